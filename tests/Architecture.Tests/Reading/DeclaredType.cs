using System.Text.RegularExpressions;

namespace NtmServerless.Architecture.Tests.Reading;

/// <summary>
/// A type and the file that declares it; of a partial type, one for each file. Types within types go with the outer one. Read
/// from the text: the formatter of the build sees to it that a type outside of others, and nothing else, begins a line.
/// </summary>
internal sealed partial record DeclaredType(string Namespace, string Name, SourceFile File)
{
    public string FullName => Namespace.Length == 0 ? Name : $"{Namespace}.{Name}";

    public static IReadOnlyList<DeclaredType> In(IEnumerable<SourceFile> files) => [.. files.SelectMany(In)];

    private static IEnumerable<DeclaredType> In(SourceFile file)
    {
        string space = NamespaceOf(file) ?? (file.IsRazor ? file.NamespaceOfItsPlace : "");
        if (file.IsRazor) return [new DeclaredType(space, file.Name, file)];
        return file.Lines.Select(line => Declaration().Match(line)).Where(match => match.Success)
            .Select(match => new DeclaredType(space, match.Groups["name"].Value, file));
    }

    /// <summary>The namespace that a file says it is in; null where it does not say.</summary>
    public static string? NamespaceOf(SourceFile file) =>
        file.Lines.Select(line => NamespaceLine().Match(line)).FirstOrDefault(match => match.Success)?.Groups[1].Value;

    [GeneratedRegex(@"^(?:(?:public|internal|file|static|sealed|abstract|partial|readonly|ref|unsafe) )*"
        + @"(?:class|struct|interface|enum|record(?: class| struct)?|delegate [^(]*(?=\b[A-Z_]\w*(?:<[^(]*>)?\()) ?(?<name>[A-Z_]\w*)")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^@?namespace ([\w.]+)")]
    private static partial Regex NamespaceLine();
}
