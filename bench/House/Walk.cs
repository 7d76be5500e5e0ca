namespace NtmServerless.Bench.House;

/// <summary>One thing that somebody does with the app, as requests one after another, and what each of them entered.</summary>
/// <param name="Steps">Each by its name; methods.</param>
internal sealed record Walk(string Name, IReadOnlyList<(string Name, IReadOnlySet<int> Methods)> Steps)
{
    /// <summary>What is common to several rounds of a walk: caches that had to be filled and what else the app did meanwhile fall out.</summary>
    public static Walk Common(IEnumerable<Walk> rounds) => rounds.Aggregate((one, other) => one with
    {
        Steps = [.. one.Steps.Zip(other.Steps, (a, b) => (a.Name, (IReadOnlySet<int>)a.Methods.Intersect(b.Methods).ToHashSet()))],
    });

    public void Print(Func<int, string> sourceOf, bool withFiles)
    {
        Console.WriteLine(Name);
        foreach ((string name, IReadOnlySet<int> methods) in Steps) Line(name, methods);
        if (Steps.Count > 1) Line("together", Steps.SelectMany(s => s.Methods).ToHashSet());
        string[] files = [.. Steps.SelectMany(s => s.Methods).Select(sourceOf).Distinct()];
        foreach (IGrouping<string, string> room in files.GroupBy(Room).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            IEnumerable<string> names = room.Select(file => file[(file.LastIndexOf('/') + 1)..]).Order(StringComparer.Ordinal);
            Console.WriteLine($"    {room.Count(),3}  {room.Key}{(withFiles ? ": " + string.Join(", ", names) : "")}");
        }

        void Line(string name, IReadOnlySet<int> methods)
        {
            string[] entered = [.. methods.Select(sourceOf).Distinct()];
            string[] rooms = [.. entered.Select(Room).Distinct()];
            Console.WriteLine($"  {name,-28} {entered.Length,4} files {methods.Count,5} methods {rooms.Length,3} folders, "
                + $"{rooms.Count(r => r.StartsWith("Functions/", StringComparison.Ordinal))} of them in Functions");
        }
    }

    // Project and the first folder in it.
    private static string Room(string source) => string.Join('/', source.Split('/')[1..^1].Take(2));
}
