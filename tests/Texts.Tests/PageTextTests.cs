using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace NtmServerless.Texts.Tests;

/// <summary>Every text that a page asks for is there, none is left over, and what it names in braces is what it is given.</summary>
public sealed partial class PageTextTests
{
    private static readonly string Source = Path.Combine(AzuriteServer.RepositoryRoot(), "src");
    private static readonly string Folder = Path.Combine(Source, "Texts", "vi", "pages");

    private static readonly string[] Sources = [.. Directory.EnumerateFiles(Source, "*", SearchOption.AllDirectories)
        .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal))
        .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Select(File.ReadAllText)];

    private static readonly Dictionary<string, string> Texts = Directory.EnumerateFiles(Folder, "*.json")
        .SelectMany(f => JsonNode.Parse(File.ReadAllText(f))!.AsObject()).ToDictionary(t => t.Key, t => t.Value!.GetValue<string>());

    // Keys that are put together: T["home.task-" + kind], T[$"home.task-{kind}"].
    private static readonly string[] Beginnings = [.. Sources.SelectMany(s => Beginning().Matches(s)).Select(m => m.Groups[1].Value).Distinct()];

    [Fact]
    public void Key_EachOneInAPage_HasAText()
    {
        string[] asked = [.. Sources.SelectMany(s => Asked().Matches(s)).Select(m => m.Groups[1].Value).Distinct()];
        Assert.True(asked.Length > 20, $"{asked.Length} keys found");
        Assert.Empty(asked.Except(Texts.Keys));
    }

    [Fact]
    public void Text_EachOne_IsAskedFor()
    {
        HashSet<string> literals = [.. Sources.SelectMany(s => Literal().Matches(s)).Select(m => m.Groups[1].Value)];
        Assert.Equal([], Texts.Keys.Where(k => !k.StartsWith("done.", StringComparison.Ordinal) && !literals.Contains(k) && !Beginnings.Any(k.StartsWith)));
        string all = string.Join('\n', Sources);
        Assert.Equal([], Texts.Keys.Where(k => k.StartsWith("done.", StringComparison.Ordinal) && !all.Contains($"\"{k[5..]}\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Placeholder_EachOne_IsGivenWhereTheTextIsAskedFor()
    {
        List<string> wrong = [];
        foreach (Match asked in Sources.SelectMany(s => AskedWithFacts().Matches(s)))
        {
            if (!Texts.TryGetValue(asked.Groups[1].Value, out string? text)) continue;
            HashSet<string> given = [.. Fact().Matches(asked.Groups[2].Value).Select(m => m.Groups[1].Value)];
            HashSet<string> named = [.. Placeholder().Matches(text).Select(m => m.Groups[1].Value)];
            if (!given.SetEquals(named)) wrong.Add($"{asked.Groups[1].Value}: {string.Join(',', named)} / {string.Join(',', given)}");
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Key_EachOne_BeginsWithTheNameOfItsFile() => Assert.All(Directory.EnumerateFiles(Folder, "*.json"), file =>
        Assert.All(JsonNode.Parse(File.ReadAllText(file))!.AsObject(), text => Assert.True(
            text.Key.StartsWith(Path.GetFileNameWithoutExtension(file) + ".", StringComparison.Ordinal) || text.Key.StartsWith("done.", StringComparison.Ordinal),
            text.Key)));

    [GeneratedRegex("""(?:T|texts)\["([a-z0-9.-]+)"[\],]""")]
    private static partial Regex Asked();

    [GeneratedRegex("""(?:T|texts)\["([a-z0-9.-]+)"((?:, \([^\]]*?)?)\]""")]
    private static partial Regex AskedWithFacts();

    [GeneratedRegex("\"([a-z0-9-]+\\.[a-z0-9.-]+)\"")]
    private static partial Regex Literal();

    [GeneratedRegex("""\$?"([a-z0-9-]+\.[a-z0-9-]*-)(?:\{|" \+)""")]
    private static partial Regex Beginning();

    [GeneratedRegex("""\("(\w+)", """)]
    private static partial Regex Fact();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();
}
