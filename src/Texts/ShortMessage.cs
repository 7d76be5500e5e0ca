using System.Globalization;
using System.Text;

namespace NtmServerless.Texts;

/// <summary>
/// A text message as every phone shows it and as it costs one: without accents, in letters of the GSM alphabet that count once, and no
/// longer than <see cref="Longest"/>. An accent anywhere would make it three messages (70 letters each).
/// </summary>
public static class ShortMessage
{
    /// <summary>Letters of one text message (3GPP TS 23.038).</summary>
    public const int Longest = 160;

    // Names that are shortened this far still say who or where it is.
    private const int Least = 14;

    // What may not lose a letter: what was written by hand, a code, a day.
    private static readonly HashSet<string> Whole = ["text", "code", "first"];

    /// <summary>Fills a text in; names that are too long together lose their ends, the longest first.</summary>
    /// <param name="template">With names in braces.</param>
    public static string Fill(string template, IReadOnlyList<(string Name, object Value)> facts, VietnameseTexts texts)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(texts);
        (string Name, object Value)[] fitted = [.. facts.Where(f => template.Contains($"{{{f.Name}}}", StringComparison.Ordinal))
            .Select(f => f.Value is string text ? (f.Name, Plain(text)) : f)];
        while (true)
        {
            string filled = Plain(texts.Filled(template, fitted));
            int over = filled.Length - Longest;
            if (over <= 0) return filled;
            int longest = -1;
            for (int i = 0; i < fitted.Length; i++)
                if (fitted[i].Value is string text && text.Length > Least && !Whole.Contains(fitted[i].Name)
                    && (longest < 0 || text.Length > ((string)fitted[longest].Value).Length)) longest = i;
            if (longest < 0) return Cut(filled, Longest);
            string value = (string)fitted[longest].Value;
            // Half of what is over: the next longest loses the other.
            fitted[longest].Value = Cut(value, Math.Max(Least, value.Length - Math.Max(1, (over + 1) / 2)));
        }
    }

    /// <summary>The same text in letters that cost one each.</summary>
    public static string Plain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        StringBuilder plain = new(text.Length);
        foreach (char c in Domain.Characters.PlainText.Decomposed(text))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            plain.Append(c switch
            {
                'đ' => "d",
                'Đ' => "D",
                '“' or '”' or '„' => "\"",
                '‘' or '’' or '`' or '^' => "'",
                '–' or '—' or '·' or '•' or '‑' or '~' or '|' or '\\' => "-",
                '…' => "...",
                '[' or '{' => "(",
                ']' or '}' => ")",
                '\r' => "",
                '\n' or '\t' => " ",
                < ' ' or > '~' => char.IsWhiteSpace(c) ? " " : "",
                _ => c.ToString(),
            });
        }

        return plain.ToString().Trim();
    }

    private static string Cut(string text, int length)
    {
        if (text.Length <= length) return text;
        int end = text.LastIndexOf(' ', length);
        return text[..(end >= Least ? end : length)].TrimEnd(' ', ',', '-', '.');
    }
}
