using System.Text;

namespace NtmServerless.Spreadsheets.Lettering;

/// <summary>
/// Letters as the fonts of before Unicode hold them: TCVN3 (TCVN 5712:1993, ".VnTime"), VNI ("VNI-Times"), and UTF-8 that a program
/// read as the letters of western Europe. Each gives the text in Unicode, or null where it cannot be that font.
/// </summary>
internal static class LegacyFont
{
    private const string TcvnFrom = "¡¢£¤¥¦§¨©ª«¬\u00AD®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ";
    private const string TcvnTo = "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ";
    private const string VniPlainFrom = "ñÑôÔöÖíÍìÌæÆóÓòÒîÎ";
    private const string VniPlainTo = "đĐơƠưƯíÍìÌỉỈĩĨịỊỵỴ";
    private const string VniMarkFrom = "ùøûõïâáàåãäêéèúüë";

    // What Windows has between 128 and 159, where it is no control character.
    private const string Windows = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    private static readonly string[] VniMarks =
    [
        "\u0301", "\u0300", "\u0309", "\u0303", "\u0323", "\u0302", "\u0302\u0301", "\u0302\u0300", "\u0302\u0309", "\u0302\u0303", "\u0302\u0323",
        "\u0306", "\u0306\u0301", "\u0306\u0300", "\u0306\u0309", "\u0306\u0303", "\u0306\u0323",
    ];

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static IReadOnlyList<Func<string, string?>> All { get; } = [FromTcvn, FromVni, FromWindows];

    private static string? FromTcvn(string text)
    {
        StringBuilder read = new(text.Length);
        foreach (char c in text)
        {
            if (char.IsAscii(c)) read.Append(c);
            else if (TcvnFrom.IndexOf(c, StringComparison.Ordinal) is >= 0 and int at) read.Append(TcvnTo[at]);
            else return null;
        }

        return read.ToString();
    }

    // A vowel, then a letter that stands for its marks.
    private static string? FromVni(string text)
    {
        StringBuilder read = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            int mark = i > 0 && "aeouyôöAEOUYÔÖ".Contains(text[i - 1], StringComparison.Ordinal)
                ? VniMarkFrom.IndexOf(char.ToLowerInvariant(c), StringComparison.Ordinal) : -1;
            if (mark >= 0) read.Append(VniMarks[mark]);
            else if (char.IsAscii(c)) read.Append(c);
            else if (VniPlainFrom.IndexOf(c, StringComparison.Ordinal) is >= 0 and int at) read.Append(VniPlainTo[at]);
            else return null;
        }

        return read.ToString().Normalize(NormalizationForm.FormC);
    }

    private static string? FromWindows(string text)
    {
        List<byte> bytes = [];
        foreach (char c in text)
        {
            if (c <= 0xFF) bytes.Add((byte)c);
            else if (Windows.IndexOf(c, StringComparison.Ordinal) is >= 0 and int at) bytes.Add((byte)(0x80 + at));
            else return null;
        }

        try
        {
            return Strict.GetString([.. bytes]).Normalize(NormalizationForm.FormC);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
