using System.Globalization;
using System.Text;

namespace NtmServerless.Domain.Characters;

/// <summary>Text of strangers, which may hold what is no character: half of an emoji that a length limit cut, U+FFFE. Normalizing throws on those.</summary>
public static class PlainText
{
    /// <summary>U+FFFD, which stands for what was no character.</summary>
    public const char Replacement = '\uFFFD';

    /// <summary>The same text with <see cref="Replacement"/> for each half surrogate pair and each noncharacter.</summary>
    public static string Mended(string text)
    {
        char[]? mended = null;
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                // The last two of each plane are no characters.
                if ((char.ConvertToUtf32(text[i], text[i + 1]) & 0xFFFE) == 0xFFFE) (mended ??= text.ToCharArray())[i] = mended[i + 1] = Replacement;
                i++;
            }
            else if (char.IsSurrogate(text[i]) || text[i] is '\uFFFE' or '\uFFFF' or >= '\uFDD0' and <= '\uFDEF')
            {
                (mended ??= text.ToCharArray())[i] = Replacement;
            }
        }

        return mended is null ? text : new string(mended);
    }

    /// <summary>Text of a machine as one line of letters: what is none becomes a space, the end that is too long goes. Empty where none is left.</summary>
    /// <param name="most">How many characters are kept.</param>
    public static string OneLine(string? text, int most)
    {
        StringBuilder line = new();
        foreach (Rune rune in Composed(text ?? "").EnumerateRunes())
        {
            bool letter = rune.Value != Replacement && Rune.GetUnicodeCategory(rune) is not (
                UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned);
            if (letter && line.Length + rune.Utf16SequenceLength > most) break;
            if (letter) line.Append(rune);
            else if (line.Length > 0 && line.Length < most && line[^1] != ' ') line.Append(' ');
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>
    /// One line as it is kept: letters with their accents, one space between words, nothing that has no width (it comes along when
    /// one copies from Zalo and web pages), full-width letters as letters, and the Icelandic Ð that old fonts show for Đ as Đ.
    /// </summary>
    public static string Clean(string text)
    {
        StringBuilder clean = new(text.Length);
        foreach (char c in Composed(text))
        {
            UnicodeCategory category = CharUnicodeInfo.GetUnicodeCategory(c);
            if (category is UnicodeCategory.Format) continue;
            if (category is UnicodeCategory.SpaceSeparator)
            {
                if (clean.Length > 0 && clean[^1] != ' ') clean.Append(' ');
                continue;
            }

            clean.Append(c switch
            {
                '\u00D0' or '\u0189' => '\u0110',
                '\u00F0' or '\u0256' => '\u0111',
                >= '\uFF01' and <= '\uFF5E' => (char)(c - ('\uFF01' - '!')),
                _ => c,
            });
        }

        return Composed(clean.ToString().TrimEnd(' '));
    }

    /// <summary>Accents apart from their letters (NFD), to match without them.</summary>
    public static string Decomposed(string text) => Mended(text).Normalize(NormalizationForm.FormD);

    /// <summary>Letters with their accents (NFC), as texts are kept.</summary>
    public static string Composed(string text) => Mended(text).Normalize(NormalizationForm.FormC);
}
