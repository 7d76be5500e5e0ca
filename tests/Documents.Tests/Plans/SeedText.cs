using System.Text.RegularExpressions;

namespace NtmServerless.Documents.Tests.Plans;

/// <summary>The published plan as paragraphs: marks of layout gone, paragraphs that a page break cut put together again.</summary>
internal static partial class SeedText
{
    public static IReadOnlyList<string> Paragraphs()
    {
        List<string> paragraphs = [];
        foreach (string line in Repository.Text("tests/Domain.Tests/Plans/ke-hoach-2024.txt").ReplaceLineEndings("\n").Split('\n'))
        {
            string text = Plain(line);
            if (text.Length == 0) continue;
            // The page that it was scanned from ended in the middle of a sentence.
            if (char.IsLower(text[0]) && paragraphs.Count > 0) paragraphs[^1] += " " + text;
            else paragraphs.Add(text);
        }

        return paragraphs;
    }

    /// <summary>One space between words, none of the marks of bold, italic and headings.</summary>
    public static string Plain(string line) => Spaces().Replace(line.Replace("*", "", StringComparison.Ordinal).TrimStart('#', ' '), " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
