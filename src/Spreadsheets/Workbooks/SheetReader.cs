using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using NtmServerless.Domain.Rules;

namespace NtmServerless.Spreadsheets.Workbooks;

/// <summary>Reads the filled cells of one sheet; a merged range holds its value in each of its cells.</summary>
internal static class SheetReader
{
    /// <summary>More rows with something in them than any list of people has.</summary>
    public const int MaxRows = 5_000;
    private const int MaxColumns = 100;
    private const int MaxMerges = 5_000;
    private const int MaxMergedCells = 200_000;
    private const int LongestText = 32_767;

    public static IReadOnlyList<SheetRow> Read(Stream part, SharedTexts texts, DateStyles dates)
    {
        SortedDictionary<int, SheetRow> rows = [];
        List<string> merged = [];
        using XmlReader reader = SafeXml.Reader(part);
        int line = 0, column = -1;
        reader.MoveToContent();
        while (!reader.EOF)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                reader.Read();
                continue;
            }

            if (reader.LocalName == "c")
            {
                XElement cell = (XElement)XNode.ReadFrom(reader);
                column = CellName.Read((string?)cell.Attribute("r"))?.Column ?? column + 1;
                if (column < MaxColumns && Value(cell, texts, dates) is { IsEmpty: false } value) Set(rows, line, column, value);
                continue;
            }

            if (reader.LocalName == "row")
            {
                line = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : line + 1;
                column = -1;
            }
            else if (reader.LocalName == "mergeCell" && merged.Count < MaxMerges && reader.GetAttribute("ref") is { } range)
            {
                merged.Add(range);
            }

            reader.Read();
        }

        Spread(rows, merged);
        return [.. rows.Values];
    }

    private static void Set(SortedDictionary<int, SheetRow> rows, int line, int column, SheetCell value)
    {
        if (!rows.TryGetValue(line, out SheetRow? row))
        {
            if (rows.Count == MaxRows) throw new InvalidInputException("file", "too-many", ("most", MaxRows));
            rows[line] = row = new SheetRow(line, []);
        }

        row.Cells[column] = value;
    }

    private static SheetCell Value(XElement cell, SharedTexts texts, DateStyles dates)
    {
        string? type = (string?)cell.Attribute("t");
        string raw = cell.Elements().FirstOrDefault(e => e.Name.LocalName == "v")?.Value ?? "";
        return type switch
        {
            "s" => Text(int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out int index) ? texts[index] : ""),
            "inlineStr" => Text(SharedTexts.Of(cell)),
            "str" => Text(raw),
            "b" => new SheetCell(raw == "1" ? "x" : ""),
            "e" => new SheetCell(""),
            "d" => DateTime.TryParse(raw, CultureInfo.InvariantCulture, out DateTime day) ? new SheetCell(raw, DateOnly.FromDateTime(day)) : Text(raw),
            _ => double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
                ? Number(number, dates.DayOf(number, (int?)cell.Attribute("s") ?? 0))
                : Text(raw),
        };
    }

    // Line breaks inside a cell are blanks to whoever reads a list.
    private static SheetCell Text(string text) => new((text.Length > LongestText ? text[..LongestText] : text).ReplaceLineEndings(" ").Trim());

    // A phone number of ten digits must not become 9.12E+08.
    private static SheetCell Number(double number, DateOnly? day) => new(number.ToString("0.#########", CultureInfo.InvariantCulture), day);

    private static void Spread(SortedDictionary<int, SheetRow> rows, List<string> merged)
    {
        int left = MaxMergedCells;
        foreach (string range in merged)
        {
            string[] ends = range.Split(':');
            if (ends.Length != 2 || CellName.Read(ends[0]) is not { } first || CellName.Read(ends[1]) is not { } last) continue;
            if (!rows.TryGetValue(first.Row, out SheetRow? origin) || origin[first.Column] is not { IsEmpty: false } value) continue;
            int right = Math.Min(last.Column, MaxColumns - 1);
            foreach (SheetRow row in rows.Values.Where(r => r.Line >= first.Row && r.Line <= last.Row))
                for (int column = first.Column; column <= right; column++)
                {
                    if (--left < 0) throw new InvalidInputException("file", "xlsx-too-large");
                    row.Cells.TryAdd(column, value);
                }
        }
    }
}
