namespace NtmServerless.Architecture.Tests.Reading;

/// <summary>A file of C# or Razor that people wrote.</summary>
/// <param name="Path">From the root of the tree, with slashes, such as <c>src/Domain/Classes/Seats.cs</c>.</param>
internal sealed record SourceFile(string Path, IReadOnlyList<string> Lines)
{
    private static readonly string[] Rooms = ["src", "tests", "bench"];

    private string[] Parts => Path.Split('/');

    /// <summary>Such as <c>src/Domain</c>; <c>bench</c> is one project.</summary>
    public string Project => Parts[0] == "bench" ? "bench" : $"{Parts[0]}/{Parts[1]}";

    /// <summary>Folder inside of the project; empty for its root.</summary>
    public string Folder => string.Join('/', Parts[(Project.Count(c => c == '/') + 1)..^1]);

    /// <summary>The name up to the first dot: what the type in it should be called.</summary>
    public string Name => Parts[^1].Split('.')[0];

    public bool IsRazor => Path.EndsWith(".razor", StringComparison.Ordinal);

    /// <summary>The namespace that the file's place asks for.</summary>
    public string NamespaceOfItsPlace =>
        string.Join('.', ["NtmServerless", Project == "bench" ? "Bench" : Parts[1], .. Folder.Split('/', StringSplitOptions.RemoveEmptyEntries)]);

    /// <summary>Every such file of src, tests and bench below a root, without what was built.</summary>
    public static IReadOnlyList<SourceFile> AllBelow(string root) =>
    [
        .. from room in Rooms
           let folder = System.IO.Path.Combine(root, room)
           where Directory.Exists(folder)
           from file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
           where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal)
           let path = System.IO.Path.GetRelativePath(root, file).Replace('\\', '/')
           where !path.Split('/').Any(part => part is "bin" or "obj" or "node_modules")
           orderby path
           select new SourceFile(path, File.ReadAllLines(file)),
    ];

    /// <summary>The folder that holds the solution, found upwards from the program.</summary>
    public static string RepositoryRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "NtmServerless.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("NtmServerless.sln was not found above the program.");
    }
}
