using NtmServerless.Architecture.Tests.Reading;

namespace NtmServerless.Bench.House;

/// <summary>A source tree with what was built of it, this one or any other of the product.</summary>
internal sealed record BuiltTree(string Root)
{
    public static BuiltTree At(string? root) => new(Path.GetFullPath(root ?? SourceFile.RepositoryRoot()));

    /// <summary>The output folder of a project of src that was built last, in whatever configuration.</summary>
    public string OutputOf(string project) =>
        new DirectoryInfo(Path.Combine(Root, "src", project, "bin")) is { Exists: true } bin
        && bin.GetFiles($"NtmServerless.{project}.dll", SearchOption.AllDirectories)
            .Where(file => file.Directory!.Name == "net10.0").MaxBy(file => file.LastWriteTimeUtc) is { } built
            ? built.DirectoryName!
            : throw new DirectoryNotFoundException($"src/{project} of {Root} is not built.");

    public string AssemblyOf(string project) => Path.Combine(OutputOf(project), $"NtmServerless.{project}.dll");

    /// <summary>Names of the projects of src.</summary>
    public IReadOnlyList<string> Projects =>
        [.. Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Where(file => Path.GetDirectoryName(Path.GetDirectoryName(file)) == Path.Combine(Root, "src"))
            .Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];
}
