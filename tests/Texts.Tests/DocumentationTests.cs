using System.Globalization;
using System.Text.RegularExpressions;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.Texts.Tests;

/// <summary>What the documentation points at is there: pages, headings, and files of this repository that it names.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string Root = AzuriteServer.RepositoryRoot();

    private static readonly string[] Left = ["bin", "obj", "node_modules", "data", "artifacts", "mutation", ".git"];

    private static readonly HashSet<string> Files = [.. In(Root).Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))];

    // A file may be named without its folder, or with the last of them.
    private static readonly HashSet<string> Endings = [.. Files.SelectMany(Tails)];

    private static readonly HashSet<string> Folders = [.. Files.SelectMany(f => Slash().Matches(f).Select(m => f[..m.Index]))];

    // Made by a running program, by a user, or only spoken of.
    private static readonly HashSet<string> Elsewhere =
    [
        "azurite.json", "owner.json", "clock.json", "databases.json", "summary.json", "before.json", "after.json", "local.settings.json",
        "src/Functions/local.settings.json", "XApi.cs", "XPages.cs", "XActs.cs",
    ];

    public static TheoryData<string> Pages() => [.. Files.Where(f => f.EndsWith(".md", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Link_EachOne_LeadsSomewhere(string page) => Assert.Equal([], Link().Matches(Prose(page)).Select(m => m.Groups[1].Value)
        .Where(link => !link.Contains("://", StringComparison.Ordinal) && !Leads(page, link)));

    [Theory]
    [MemberData(nameof(Pages))]
    public void File_EachOneThatIsNamed_IsThere(string page) => Assert.Equal([], Code().Matches(Prose(page)).Select(m => m.Groups[1].Value)
        .Where(name => (Named().IsMatch(name) || OfARoom().IsMatch(name)) && !Elsewhere.Contains(name))
        .Where(name => !Endings.Contains(name.StartsWith("./", StringComparison.Ordinal) ? name[2..] : name) && !Folders.Contains(name.TrimEnd('/'))));

    private static bool Leads(string page, string link)
    {
        string[] parts = link.Split('#', 2);
        string target = parts[0].Length == 0 ? page : Path.GetRelativePath(Root, Path.GetFullPath(Path.Combine(Root, Path.GetDirectoryName(page)!, parts[0]))).Replace('\\', '/');
        if (!Files.Contains(target) && !Folders.Contains(target)) return false;
        return parts.Length == 1 || Heading().Matches(Prose(target)).Any(h => Anchor(h.Groups[1].Value) == parts[1]);
    }

    // As the hosting platforms make it: letters, digits, hyphens; a space becomes a hyphen.
    private static string Anchor(string heading) => string.Concat(Target().Replace(heading, "").ToLower(CultureInfo.InvariantCulture).Trim()
        .Where(c => char.IsLetterOrDigit(c) || c is '-' or '_' or ' ')).Replace(' ', '-');

    private static string Prose(string page) => Block().Replace(File.ReadAllText(Path.Combine(Root, page)).ReplaceLineEndings("\n"), "");

    private static IEnumerable<string> In(string folder) => Directory.EnumerateFiles(folder)
        .Concat(Directory.EnumerateDirectories(folder).Where(d => !Left.Contains(Path.GetFileName(d))).SelectMany(In));

    private static IEnumerable<string> Tails(string file) => Slash().Matches(file).Select(m => file[(m.Index + 1)..]).Append(file);

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\]\([^)]*\)")]
    private static partial Regex Target();

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"^[ ]*```.*?^[ ]*```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^#+ (.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?!/)[\w./-]+\.(?:cs|razor|json|js|txt|sh|bicep|csproj|props|md|yml)$")]
    private static partial Regex Named();

    [GeneratedRegex(@"^(?:src|tests|docs|tools|bench|infra|plans|scripts)/[\w./-]*$")]
    private static partial Regex OfARoom();

    [GeneratedRegex("/")]
    private static partial Regex Slash();
}
