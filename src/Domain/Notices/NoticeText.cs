using System.Text;
using System.Text.RegularExpressions;

namespace NtmServerless.Domain.Notices;

/// <summary>The texts of notices as an office writes them: what is filled in stands in braces, under names in the office's own language.</summary>
public static partial class NoticeText
{
    public const int SubjectCharacters = 150;
    public const int BodyCharacters = 2_000;
    public const int ReasonCharacters = 300;

    /// <summary>One text message, which goes out without accents.</summary>
    public const int ShortCharacters = 160;

    // What is filled in is as long as this, more or less.
    private const int Filled = 20;

    // What a text may not lose: which class, tour or report it is about, and when that is.
    private static readonly HashSet<string> Needed = ["class", "sessions", "first", "destination", "departs", "period"];

    /// <summary>The names in braces.</summary>
    public static IReadOnlyList<string> In(string text) => [.. Braces().Matches(text).Select(m => m.Groups[1].Value.Trim()).Distinct()];

    /// <summary>The text as it is shown: each stored name in the office's language.</summary>
    public static string Shown(string text, IReadOnlyDictionary<string, string> names) =>
        Braces().Replace(text, m => names.TryGetValue(m.Groups[1].Value, out string? name) ? $"{{{name}}}" : m.Value);

    /// <summary>What an office wrote, as it is stored; what is wrong with it goes into the checks.</summary>
    /// <param name="typed">Cleaned; empty was refused before.</param>
    /// <param name="original">The product's own text of the same kind.</param>
    /// <param name="names">Stored names, with those that the office uses.</param>
    /// <returns>Null where it is the product's own text.</returns>
    public static string? Read(Checks checks, string field, string typed, string original, IReadOnlyDictionary<string, string> names)
    {
        if (typed.Length == 0) return null;
        Dictionary<string, string> stored = names.ToDictionary(n => Same(n.Value), n => n.Key, StringComparer.Ordinal);
        foreach (string unknown in In(typed).Where(n => !stored.ContainsKey(Same(n))))
            checks.Fail(field, "notice-placeholder", ("name", unknown), ("known", Listed(names.Values)));
        checks.Require(Braces().Replace(typed, "").IndexOfAny(['{', '}']) < 0, field, "notice-brace");
        string text = Braces().Replace(
            typed.ReplaceLineEndings("\n"), m => stored.TryGetValue(Same(m.Groups[1].Value), out string? name) ? $"{{{name}}}" : m.Value);
        IReadOnlyList<string> there = In(text);
        string[] missing = [.. In(original).Where(n => Needed.Contains(n) && !there.Contains(n)).Select(n => names.GetValueOrDefault(n) ?? n)];
        checks.Require(missing.Length == 0, field, "notice-missing", ("names", Listed(missing)));
        return text == original ? null : text;
    }

    /// <summary>About as many characters as a text has when it is filled in.</summary>
    public static int Length(string text) => Braces().Replace(text, "").Length + Filled * Braces().Count(text);

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.Select(n => $"{{{n}}}"));

    private static string Same(string name) => name.Trim().Normalize(NormalizationForm.FormC).ToLowerInvariant();

    [GeneratedRegex(@"\{([^{}\n]{0,60})\}")]
    private static partial Regex Braces();
}
