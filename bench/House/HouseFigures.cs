using NtmServerless.Architecture.Tests.Reading;

namespace NtmServerless.Bench.House;

/// <summary>
/// How a built source tree is made up: files, lines, cycles between namespaces, types in files of other names, log messages.
/// The same for any state of the product, so that two can be compared: <c>bench -- house [ROOT]</c>.
/// </summary>
internal static class HouseFigures
{
    private const int Wide = 160;
    private const int FewFiles = 3;

    public static int Print(string? root)
    {
        BuiltTree tree = BuiltTree.At(root);
        IReadOnlyList<SourceFile> files = SourceFile.AllBelow(tree.Root);
        IReadOnlyList<DeclaredType> types = DeclaredType.In(files.Where(f => f.Project.StartsWith("src/", StringComparison.Ordinal)));
        IReadOnlyCollection<TypeUse> uses = TypeUses.In(tree.Projects.Select(tree.AssemblyOf));

        Console.WriteLine($"{"project",-26}    cs razor   lines  wide   log  namespaces (in cycles)");
        foreach (IGrouping<string, SourceFile> project in files.GroupBy(f => f.Project)) Print(project.Key, [.. project], uses, types);
        Print("src", [.. files.Where(f => f.Project.StartsWith("src/", StringComparison.Ordinal))], uses, types);
        Print("all", files, uses, types);

        Console.WriteLine();
        foreach (string project in tree.Projects)
            foreach (IReadOnlyList<string> cycle in new NamespaceGraph(project, uses, types).Cycles)
                Console.WriteLine($"cycle in {project}: {string.Join(", ", cycle)}");

        Console.WriteLine();
        IReadOnlyList<TypeHome> homes = TypeHome.Of(types, uses);
        IReadOnlyList<TypeHome> guests = [.. homes.Where(h => !h.HasItsOwnFile)];
        Console.WriteLine($"types of src, without those within types: {homes.Count}; in a file of another name: {guests.Count}, "
            + $"of which used outside of it: {guests.Count(g => g.UsedIn.Count > 0)}, "
            + $"in more than {FewFiles} other files: {guests.Count(g => g.UsedIn.Count > FewFiles)}");
        Console.WriteLine();
        foreach (SourceFile file in files.Where(f => f.Project.StartsWith("src/", StringComparison.Ordinal)).OrderByDescending(f => f.Lines.Count).Take(10))
            Console.WriteLine($"{file.Lines.Count,5} lines  {file.Path}");
        return 0;
    }

    private static void Print(string name, IReadOnlyList<SourceFile> files, IReadOnlyCollection<TypeUse> uses, IReadOnlyList<DeclaredType> types)
    {
        string namespaces = "";
        if (name.StartsWith("src/", StringComparison.Ordinal))
        {
            NamespaceGraph graph = new(name[4..], uses, types);
            namespaces = $"{graph.Names.Count} ({graph.Cycles.Sum(c => c.Count)})";
        }

        int wide = files.Sum(f => f.Lines.Count(line => line.Length > Wide));
        int logged = files.Sum(f => f.Lines.Count(line => line.TrimStart().StartsWith("[LoggerMessage", StringComparison.Ordinal)));
        Console.WriteLine($"{name,-26} {files.Count(f => !f.IsRazor),5} {files.Count(f => f.IsRazor),5} {files.Sum(f => f.Lines.Count),7} "
            + $"{wide,5} {logged,5}  {namespaces}");
    }
}
