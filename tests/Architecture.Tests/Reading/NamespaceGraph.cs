namespace NtmServerless.Architecture.Tests.Reading;

/// <summary>
/// The namespaces of a project and the arrows between them. One level below the project counts: what stands deeper goes with it,
/// so that <c>Domain.Plans.Import</c> is part of <c>Plans</c>; what stands in no folder is called by the project's name.
/// </summary>
/// <param name="uses">Of any types; those between this project's own are taken.</param>
/// <param name="declared">What people wrote; what was generated beside it counts for nothing.</param>
internal sealed class NamespaceGraph(string project, IEnumerable<TypeUse> uses, IEnumerable<DeclaredType> declared)
{
    private readonly string _root = $"NtmServerless.{project}";
    private readonly HashSet<string> _written = [.. declared.Select(type => type.FullName)];

    public IReadOnlyList<string> Names => [.. _written.Select(Level).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Every pair once, in order.</summary>
    public IReadOnlyList<Arrow> Arrows =>
    [
        .. from use in uses
           where _written.Contains(use.From) && _written.Contains(use.To)
           let @from = Level(use.From)
           let to = Level(use.To)
           where @from is not null && to is not null && @from != to
           group use by (@from, to) into same
           orderby same.Key.@from, same.Key.to
           select new Arrow(same.Key.@from, same.Key.to, [.. same.Order(Comparer<TypeUse>.Create((a, b) => string.CompareOrdinal($"{a}", $"{b}")))]),
    ];

    /// <summary>Groups of namespaces in which each can be reached from each other; empty where nothing goes round.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Cycles
    {
        get
        {
            ILookup<string, string> next = Arrows.ToLookup(a => a.From, a => a.To);
            Dictionary<string, HashSet<string>> reached = next.ToDictionary(group => group.Key, group => From(group.Key, next));
            IEnumerable<string[]> around = reached.Keys.Where(name => reached[name].Contains(name)).Select(name =>
                reached[name].Where(other => reached.GetValueOrDefault(other)?.Contains(name) == true).Order(StringComparer.Ordinal).ToArray());
            return [.. around.DistinctBy(cycle => cycle[0])];
        }
    }

    private static HashSet<string> From(string start, ILookup<string, string> next)
    {
        HashSet<string> reached = [];
        Stack<string> open = new(next[start]);
        while (open.TryPop(out string? name))
        {
            if (!reached.Add(name)) continue;
            foreach (string other in next[name]) open.Push(other);
        }

        return reached;
    }

    private string? Level(string fullName)
    {
        if (!fullName.StartsWith(_root + ".", StringComparison.Ordinal)) return null;
        string[] parts = fullName[(_root.Length + 1)..].Split('.');
        return parts.Length == 1 ? project : parts[0];
    }
}
