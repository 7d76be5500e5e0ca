using NtmServerless.Architecture.Tests.Reading;

namespace NtmServerless.Architecture.Tests;

/// <summary>The sources of this repository and what was compiled of them, read once for all tests.</summary>
internal static class Tree
{
    /// <summary>The projects of src.</summary>
    public static readonly string[] Projects =
        ["Documents", "Domain", "Functions", "LocalHost", "Pages", "Rehearsal", "Spreadsheets", "Storage", "Texts"];

    private static readonly Lazy<IReadOnlyList<SourceFile>> AllFiles = new(() => SourceFile.AllBelow(SourceFile.RepositoryRoot()));
    private static readonly Lazy<IReadOnlyList<DeclaredType>> AllTypes = new(() => DeclaredType.In(Sources));
    private static readonly Lazy<IReadOnlyCollection<TypeUse>> AllUses = new(() => TypeUses.In(Projects.Select(AssemblyOf)));

    /// <summary>Every file of src, tests and bench.</summary>
    public static IReadOnlyList<SourceFile> Files => AllFiles.Value;

    /// <summary>Every file of src.</summary>
    public static IEnumerable<SourceFile> Sources => Files.Where(f => f.Project.StartsWith("src/", StringComparison.Ordinal));

    /// <summary>Every type of src that people wrote.</summary>
    public static IReadOnlyList<DeclaredType> Types => AllTypes.Value;

    /// <summary>Which types of src use which.</summary>
    public static IReadOnlyCollection<TypeUse> Uses => AllUses.Value;

    public static NamespaceGraph GraphOf(string project) => new(project, Uses, Types);

    public static string AssemblyOf(string project) => Path.Combine(AppContext.BaseDirectory, $"NtmServerless.{project}.dll");
}
