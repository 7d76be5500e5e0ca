using System.Globalization;
using System.Text.RegularExpressions;

namespace NtmServerless.Spreadsheets.Workbooks;

/// <summary>
/// Texts of XLSX files write what XML cannot hold as <c>_x000D_</c>, and a part of that spelling as <c>_x005F_</c> (ECMA-376 part 1, 22.9.2.19).
/// </summary>
internal static partial class EscapedText
{
    public static string Decode(string text) => !text.Contains("_x", StringComparison.Ordinal) ? text
        : Escape().Replace(text, m => ((char)int.Parse(m.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escape();
}
