using System.Text.RegularExpressions;

namespace NtmServerless.Domain.Languages;

/// <summary>A line of a list of translated texts.</summary>
/// <param name="Number">Its number in the file.</param>
public sealed record LanguageLine(int Number, string Key, string Text);

/// <summary>Reads what somebody translated: every key is one of ours, and what is filled in stays.</summary>
public static partial class LanguageTexts
{
    // What comes back from a list of hundreds of lines must fit on a page.
    private const int MostErrors = 20;

    private const int Longest = 2_000;

    /// <param name="vietnamese">The texts that can be translated, by key.</param>
    /// <returns>What was translated; empty cells are left out.</returns>
    /// <exception cref="InvalidInputException">On field <c>file</c>, with the lines that are wrong.</exception>
    public static IReadOnlyDictionary<string, string> Read(IEnumerable<LanguageLine> lines, IReadOnlyDictionary<string, string> vietnamese)
    {
        Dictionary<string, string> texts = new(StringComparer.Ordinal);
        List<FieldError> errors = [];
        foreach (LanguageLine line in lines.Where(l => l.Key.Length > 0 && l.Text.Length > 0))
        {
            if (!vietnamese.TryGetValue(line.Key, out string? original)) Fail(line, "language-key");
            else if (texts.ContainsKey(line.Key)) Fail(line, "language-twice");
            else if (line.Text.Length > Longest || new Checks().Paragraphs("file", line.Text, Longest) is not { } text) Fail(line, "language-letters");
            else if (Missing(original, text) is { Length: > 0 } missing) Fail(line, "language-missing", ("names", missing));
            else if (Missing(text, original) is { Length: > 0 } unknown) Fail(line, "language-unknown", ("names", unknown));
            else if (text != original) texts[line.Key] = text;
        }

        return errors.Count == 0 ? texts : throw new InvalidInputException([.. errors.Take(MostErrors)]);

        void Fail(LanguageLine line, string code, params (string Name, object Value)[] facts) =>
            errors.Add(new FieldError("file", code, [("line", line.Number), ("key", line.Key), .. facts]));
    }

    // What the one has in braces and the other has not.
    private static string Missing(string has, string lacks) => string.Join(", ", Names(has).Except(Names(lacks)));

    private static string[] Names(string text) => [.. Braces().Matches(text).Select(m => m.Value).Distinct()];

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Braces();
}
