using System.Globalization;

namespace NtmServerless.Spreadsheets.Workbooks;

/// <summary>Reads the filled cells of one sheet; a merged range holds its value in each of its cells.</summary>
internal static class SheetReader
{
    /// <summary>More rows with something in them than any list of people has.</summary>
    public const int MaxRows = 5_000;
    private const int MaxColumns = 100;
    private const int MaxMerges = 5_000;
    private const int MaxMergedCells = 200_000;

    public static IReadOnlyList<SheetRow> Read(PartReader part, SharedTexts texts, DateStyles dates, CellBudget budget)
    {
        SortedDictionary<int, SheetRow> rows = [];
        List<string> merged = [];
        int line = 0, column = -1;
        while (part.Read())
        {
            switch (part.Opened)
            {
                case "c":
                    column = CellName.Read(part["r"])?.Column ?? column + 1;
                    SheetCell value = Cell(part, texts, dates);
                    if (column >= MaxColumns || value.IsEmpty) break;
                    budget.Spend(value);
                    Set(rows, line, column, value);
                    break;
                case "row":
                    line = int.TryParse(part["r"], NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : line + 1;
                    column = -1;
                    break;
                case "mergeCell" when merged.Count < MaxMerges && part["ref"] is { } range:
                    merged.Add(range);
                    break;
            }
        }

        Spread(rows, merged, budget);
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

    private static SheetCell Cell(PartReader part, SharedTexts texts, DateStyles dates)
    {
        (string? type, string? style) = (part["t"], part["s"]);
        string? held = null;
        RichText rich = new();
        foreach (PartReader inner in part.Inside())
        {
            if (inner.Opened == "v") held ??= inner.Text();
            else rich.Take(inner);
        }

        string raw = held ?? "";
        return type switch
        {
            "s" => new SheetCell(int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out int index) ? texts[index] : ""),
            "inlineStr" => Text(rich.ToString()),
            "str" => Text(raw),
            "b" => new SheetCell(raw == "1" ? "x" : ""),
            "e" => new SheetCell(""),
            "d" => DateTime.TryParse(raw, CultureInfo.InvariantCulture, out DateTime day) ? new SheetCell(raw, DateOnly.FromDateTime(day)) : Text(raw),
            _ => double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
                ? Number(number, dates.DayOf(number, int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out int format) ? format : 0))
                : Text(raw),
        };
    }

    private static SheetCell Text(string text) => new(RichText.Clean(text));

    // A phone number of ten digits must not become 9.12E+08.
    private static SheetCell Number(double number, DateOnly? day) => new(number.ToString("0.#########", CultureInfo.InvariantCulture), day, true);

    private static void Spread(SortedDictionary<int, SheetRow> rows, List<string> merged, CellBudget budget)
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
                    if (row.Cells.TryAdd(column, value)) budget.Spend(value);
                }
        }
    }
}
