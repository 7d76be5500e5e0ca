using System.Globalization;

namespace NtmServerless.Spreadsheets.Workbooks;

/// <summary>Reads the filled cells of one sheet of an XLSX file.</summary>
internal static class SheetReader
{
    public static IReadOnlyList<SheetRow> Read(PartReader part, SharedTexts texts, DateStyles dates, CellBudget budget)
    {
        SheetBuilder sheet = new(budget);
        int line = 0, column = -1;
        bool hidden = false;
        while (part.Read())
        {
            switch (part.Opened)
            {
                case "c":
                    column = CellName.Read(part["r"])?.Column ?? column + 1;
                    sheet.Set(line, column, Cell(part, texts, dates), hidden);
                    break;
                case "row":
                    line = int.TryParse(part["r"], NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : line + 1;
                    hidden = part["hidden"] is "1" or "true";
                    column = -1;
                    break;
                case "mergeCell" when part["ref"]?.Split(':') is [var from, var to] && CellName.Read(from) is { } first && CellName.Read(to) is { } last:
                    sheet.Merge(first, last);
                    break;
            }
        }

        return sheet.Rows();
    }

    private static SheetCell Cell(PartReader part, SharedTexts texts, DateStyles dates)
    {
        (string? type, string? style) = (part["t"], part["s"]);
        string? held = null;
        bool formula = false;
        RichText rich = new();
        foreach (PartReader inner in part.Inside())
        {
            if (inner.Opened == "v") held ??= inner.Text();
            else if (inner.Opened == "f") formula = true;
            else rich.Take(inner);
        }

        if (formula && held is null) return new SheetCell("") { IsUncomputed = true };
        string raw = held ?? "";
        return type switch
        {
            "s" => new SheetCell(int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out int index) ? texts[index] : ""),
            "inlineStr" => Text(rich.ToString()),
            "str" => Text(EscapedText.Decode(raw)),
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
}
