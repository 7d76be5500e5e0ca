using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace NtmServerless.Functions.Tests.Texts;

/// <summary>Every code that the sources can answer with has a Vietnamese text, and no text is left over.</summary>
public sealed partial class TextTests
{
    private static readonly string Source = Path.Combine(AzuriteServer.RepositoryRoot(), "src");
    private static JsonObject Section(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Source, "Texts", "vi", name + ".json")))!.AsObject();

    // Codes are lower-case words joined by hyphens, written as string literals.
    private static readonly HashSet<string> Literals =
    [
        .. Directory.EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Source, "*.razor", SearchOption.AllDirectories))
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(f => Literal().Matches(File.ReadAllText(f))).Select(m => m.Groups[1].Value),
    ];

    // And some are put together: $"plan-{kind}-expected", "col-" + name.
    private static readonly Regex[] Patterns =
    [
        .. Directory.EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories).SelectMany(f => PutTogether().Matches(File.ReadAllText(f)))
            .Select(m => new Regex(m.Groups[2].Success ? $"^{m.Groups[2].Value}" : $"^{Placeholder().Replace(m.Groups[1].Value, ".+")}$")),
    ];

    [Fact]
    public void Rule_EachOne_HasATitleAndADetail()
    {
        string[] rules = [.. typeof(Rule).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!)];
        Assert.NotEmpty(rules);
        Assert.Empty(rules.Except(Keys("problems")));
        Assert.All(Section("problems"), p => Assert.True(p.Value!["title"]!.ToString().Length > 0 && p.Value["detail"]!.ToString().Length > 0));
    }

    [Fact]
    public void FieldCode_EachOneInTheSources_HasAText()
    {
        string sources = string.Join('\n', Directory.EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        IEnumerable<string> inChecks = FieldCode().Matches(sources).SelectMany(m => m.Groups.Values.Skip(1)).Select(g => g.Value).Where(v => v.Length > 0);
        IEnumerable<string> ofPlans = Literals.Where(l => l.StartsWith("plan-", StringComparison.Ordinal)).Except(Keys("console")).Except(Keys("problems")).Except(["plan-put"]);
        string[] codes = [.. inChecks.Concat(ofPlans).Distinct()];
        Assert.True(codes.Length > 50, $"{codes.Length} codes found");
        Assert.Empty(codes.Except(Keys("fields")));
    }

    [Theory]
    [InlineData("problems")]
    [InlineData("fields")]
    [InlineData("report")]
    [InlineData("console")]
    public void Text_EachOne_IsUsed(string section) =>
        Assert.Equal([], Keys(section).Except(Literals).Where(key => !Patterns.Any(p => p.IsMatch(key))));

    [Theory]
    [InlineData("problems")]
    [InlineData("fields")]
    [InlineData("words")]
    [InlineData("report")]
    [InlineData("console")]
    public void Text_EachOne_IsVietnameseOrAPlaceholder(string section) =>
        Assert.All(Leaves(Section(section)), t => Assert.True(Placeholder().Replace(t, "").Any(char.IsLetter), t));

    private static IEnumerable<string> Keys(string section) => Section(section).Select(t => t.Key);

    private static IEnumerable<string> Leaves(JsonNode? node) => node is JsonObject fields ? fields.SelectMany(f => Leaves(f.Value)) : [node!.ToString()];

    [GeneratedRegex("\"([a-z0-9]+(?:-[a-z0-9]+)*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex("(?:Fail|Require)\\([^;]*?\"[A-Za-z\\[\\]{}.]+\", \"([a-z]+(?:-[a-z]+)*)\"|InvalidInputException\\(\"[A-Za-z]+\", \"([a-z]+(?:-[a-z]+)*)\"")]
    private static partial Regex FieldCode();

    [GeneratedRegex("\\$\"([a-z]{3,}-\\{[a-z]+\\}[a-z-]*)\"|\"([a-z]+-)\" \\+")]
    private static partial Regex PutTogether();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();
}
