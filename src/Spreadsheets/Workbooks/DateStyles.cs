using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NtmServerless.Spreadsheets.Workbooks;

/// <summary>Which styles of a workbook show a number as a date, and from when it counts its days.</summary>
internal sealed partial class DateStyles(IReadOnlyList<bool> isDate, bool from1904)
{
    private static readonly DateOnly Epoch1900 = new(1899, 12, 30);
    private static readonly DateOnly Epoch1904 = new(1904, 1, 1);

    // The last day of Excel: 31/12/9999.
    private const double LastDay = 2_958_465;

    /// <summary>The day of a number in a cell of a style; null where the style shows no date.</summary>
    public DateOnly? DayOf(double number, int style) =>
        style >= 0 && style < isDate.Count && isDate[style] && number is >= 1 and < LastDay - 1462 ? Day(number) : null;

    public static DateStyles Read(XElement? styles, bool from1904)
    {
        if (styles is null) return new DateStyles([], from1904);
        Dictionary<int, string> formats = [];
        foreach (XElement format in styles.Descendants().Where(e => e.Name.LocalName == "numFmt"))
            formats[(int?)format.Attribute("numFmtId") ?? -1] = (string?)format.Attribute("formatCode") ?? "";
        XElement? cells = styles.Elements().FirstOrDefault(e => e.Name.LocalName == "cellXfs");
        return new DateStyles([.. (cells?.Elements() ?? []).Select(x => IsDate((int?)x.Attribute("numFmtId") ?? 0, formats))], from1904);
    }

    // Built-in formats: ECMA-376 part 1, 18.8.30.
    private static bool IsDate(int id, Dictionary<int, string> formats) => formats.TryGetValue(id, out string? code)
        ? Literals().Replace(code, "").AsSpan().IndexOfAny("dDyY") >= 0
        : id is >= 14 and <= 17 or 22 or >= 27 and <= 31 or 36 or >= 50 and <= 58;

    private DateOnly Day(double number) => (from1904 ? Epoch1904 : Epoch1900).AddDays((int)number);

    [GeneratedRegex("""
        "[^"]*"|\[[^\]]*\]|\\.|_.|General|Standard
        """, RegexOptions.IgnoreCase)]
    private static partial Regex Literals();
}
