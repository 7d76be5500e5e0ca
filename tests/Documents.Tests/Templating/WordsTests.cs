using System.Text.RegularExpressions;
using Xunit;

namespace NtmServerless.Documents.Tests.Templating;

/// <summary>Every word of <c>vi/documents.json</c> is asked for, and every word asked for is there.</summary>
public sealed partial class WordsTests
{
    private static readonly string Sources = string.Join('\n', Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "src", "Documents"), "*.cs", SearchOption.AllDirectories)
        .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Select(File.ReadAllText));

    [Fact]
    public void Word_AskedFor_IsThere()
    {
        string[] asked = [.. Asked().Matches(Sources).Select(m => m.Groups[1].Value)];
        Assert.True(asked.Length > 50, $"{asked.Length} words found");
        Assert.Empty(asked.Except(DocumentWords.Vietnamese.Keys));
    }

    [Fact]
    public void Word_EachOne_IsAskedFor() => Assert.DoesNotContain(DocumentWords.Vietnamese.Keys, k =>
        !Sources.Contains($"\"{k}\"", StringComparison.Ordinal)
        && !Sources.Contains($"\"{k[(k.IndexOf('.', StringComparison.Ordinal) + 1)..]}\"", StringComparison.Ordinal)
        && !k.StartsWith("spoken.", StringComparison.Ordinal));

    [Fact]
    public void Field_EachOne_HasANameOfItsOwn()
    {
        string[] keys = [.. TemplateKind.All.SelectMany(k => (string[])[.. k.May, .. k.Blocks, .. k.Must]).Distinct()];
        IReadOnlyDictionary<string, string> names = DocumentWords.Vietnamese.Under("field.");
        Assert.Equal(keys.Order(), names.Keys.Order());
        Assert.Equal(names.Count, names.Values.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void Must_IsSomethingThatTheTemplateCanName() => Assert.All(TemplateKind.All, k => Assert.Empty(k.Must.Except(k.May).Except(k.Blocks)));

    [GeneratedRegex("""[wW]ords\[\s*"([a-z-]+(?:\.[a-z-]+)*)"[\],]""")]
    private static partial Regex Asked();
}
