using System.Text.RegularExpressions;
using Xunit;

namespace NtmServerless.Texts.Tests;

/// <summary>Everything that the audit trail can say is said in words.</summary>
public sealed partial class AuditTextTests
{
    [Fact]
    public void Code_EachOneThatIsWritten_HasWords()
    {
        VietnameseTexts texts = new();
        string[] codes =
        [
            .. Directory.EnumerateFiles(Path.Combine(AzuriteServer.RepositoryRoot(), "src"), "*.cs", SearchOption.AllDirectories)
                .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
                .SelectMany(f => Written().Matches(File.ReadAllText(f))).SelectMany(m => Literal().Matches(m.Value)).Select(m => m.Groups[1].Value).Distinct(),
        ];
        Assert.Contains("roster-read", codes);
        Assert.Contains("tour-member-added", codes);
        Assert.Contains("workflow-redriven", codes);
        Assert.Equal([], codes.Where(c => !texts.Has("audit.what-" + c)));
    }

    // A whole call: from its name to the end of its statement.
    [GeneratedRegex(@"(?:audit\.WriteAsync|(?<![.\w])WriteAsync|Heads\.Audited|new AuditEntry)\([^;]*;")]
    private static partial Regex Written();

    [GeneratedRegex("\"([a-z]+(?:-[a-z]+)+)\"")]
    private static partial Regex Literal();
}
