using System.Globalization;
using System.Text.RegularExpressions;

namespace NtmServerless.Spreadsheets.Workbooks;

/// <summary>Which styles of a workbook show a number as a date, and from when it counts its days.</summary>
internal sealed partial class DateStyles(IReadOnlyList<bool> isDate, bool from1904)
{
    private static readonly DateOnly Epoch1900 = new(1899, 12, 30);
    private static readonly DateOnly Epoch1904 = new(1904, 1, 1);

    // As long as Excel takes one.
    private const int LongestCode = 255;

    // The last day of Excel: 31/12/9999.
    private const double LastDay = 2_958_465;

    /// <summary>The day of a number in a cell of a style; null where the style shows no date.</summary>
    public DateOnly? DayOf(double number, int style) =>
        style >= 0 && style < isDate.Count && isDate[style] && number is >= 1 and < LastDay - 1462 ? Day(number) : null;

    public static DateStyles Read(PartReader? styles, bool from1904)
    {
        Dictionary<int, bool> formats = [];
        List<bool> cells = [];
        while (styles?.Read() == true)
        {
            if (styles.Opened == "numFmt") formats[Number(styles["numFmtId"]) ?? -1] = IsDate(styles["formatCode"] ?? "");
            else if (styles.Opened == "cellXfs")
                foreach (PartReader style in styles.Inside())
                    if (style.Opened == "xf") cells.Add(Number(style["numFmtId"]) is { } id && (formats.TryGetValue(id, out bool isDate) ? isDate : IsDate(id)));
        }

        return new DateStyles(cells, from1904);
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private static bool IsDate(string code) => code.Length <= LongestCode && Literals().Replace(code, "").AsSpan().IndexOfAny("dDyY") >= 0;

    // Built-in formats: ECMA-376 part 1, 18.8.30.
    private static bool IsDate(int id) => id is >= 14 and <= 17 or 22 or >= 27 and <= 31 or 36 or >= 50 and <= 58;

    private DateOnly Day(double number) => (from1904 ? Epoch1904 : Epoch1900).AddDays((int)number);

    [GeneratedRegex("""
        "[^"]*"|\[[^\]]*\]|\\.|_.|General|Standard
        """, RegexOptions.IgnoreCase)]
    private static partial Regex Literals();
}
