using System.Globalization;
using System.Text;

namespace NtmServerless.Domain.People;

/// <summary>Vietnamese text without accents, for matching: "Đồng Đăng", "ĐỒNG  ĐĂNG" and "dong dang" fold to one.</summary>
public static class Folding
{
    /// <summary>
    /// Without marks, đ as d, lower case, one space between words; what has no width is nothing, full-width letters are letters.
    /// The culture's own comparison does not do it: đ/Đ is a letter of its own there.
    /// </summary>
    public static string Fold(string text)
    {
        StringBuilder folded = new(text.Length);
        bool space = false;
        foreach (char c in PlainText.Decomposed(PlainText.Clean(text)))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark) continue;
            if (!char.IsLetterOrDigit(c))
            {
                space = folded.Length > 0;
                continue;
            }

            if (space) folded.Append(' ');
            space = false;
            folded.Append(c is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(c));
        }

        return folded.ToString();
    }
}
