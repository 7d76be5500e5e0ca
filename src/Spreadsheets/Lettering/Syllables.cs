using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace NtmServerless.Spreadsheets.Lettering;

/// <summary>Tells Vietnamese text from letters that only look like it: each word is one syllable of at most one tone.</summary>
internal static partial class Syllables
{
    private const string Tones = "\u0300\u0301\u0303\u0309\u0323";
    private const string Marks = "\u0302\u0306\u031B" + Tones;
    private static readonly char[] Breaks = [' ', '\u00A0', '.', ',', ';', ':', '(', ')', '/', '-', '\'', '"', '&', '+', '’', '‘', '“', '”', '–'];

    public static string[] Words(string text) => text.Split(Breaks, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Has no letter and no sign but those of Vietnamese and of ASCII.</summary>
    public static bool IsSpelled(string word) =>
        PlainText.Decomposed(word).All(c => char.IsAscii(c) || c is 'đ' or 'Đ' || Marks.Contains(c, StringComparison.Ordinal));

    /// <summary>An abbreviation or one syllable; a capital within it belongs to another font.</summary>
    public static bool IsWord(string word)
    {
        if (word.All(char.IsAscii)) return true;
        if (!IsSpelled(word)) return false;
        string bare = string.Concat(PlainText.Decomposed(word.ToLowerInvariant()).Where(c => !Tones.Contains(c, StringComparison.Ordinal)));
        int tones = PlainText.Decomposed(word).Count(c => Tones.Contains(c, StringComparison.Ordinal));
        bool capitals = word.Skip(1).Any(c => char.IsUpper(c) && !char.IsAscii(c)) && word.Any(char.IsLower);
        return tones <= 1 && !capitals && Syllable().IsMatch(bare.Normalize(NormalizationForm.FormC));
    }

    public static bool HasLetter(string word) =>
        word.Any(c => c < 0x250 && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter);

    [GeneratedRegex(@"^(?:ngh?|nh|gh?|gi|kh?|ph|qu|th?|tr|ch?|[bdđhlmnprsvx])?"
        + "(?:ươi|ươu|ươ|ưa|ưi|ưu|ư|iêu|iê|ia|iu|yêu|yê|uyê|uya|uyu|uây|uâ|uôi|uô|uơ|uê|uy|ua|ui|u|"
        + "oai|oay|oao|oa|oă|oeo|oe|oi|oo|o|ôi|ôô|ô|ơi|ơ|ai|ao|au|ay|a|ă|âu|ây|â|eo|e|êu|ê|i|y)(?:ch|c|k|m|nh|ng|n|p|t)?$")]
    private static partial Regex Syllable();
}
