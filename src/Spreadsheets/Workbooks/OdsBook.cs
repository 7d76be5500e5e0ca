using System.Globalization;
using System.Text;

namespace NtmServerless.Spreadsheets.Workbooks;

/// <summary>The tables of an ODS file (OpenDocument 1.3 part 3, 9): rows and cells that repeat are written once and counted.</summary>
internal static class OdsBook
{
    public const string Content = "content.xml";
    private const string Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private const string Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private const string Style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";

    public static IReadOnlyList<Sheet> Read(Package package)
    {
        using PartReader content = package.Part(Content) ?? throw new InvalidDataException("No content.");
        CellBudget budget = new();
        HashSet<string> hiddenStyles = [];
        List<Sheet> sheets = [];
        string style = "";
        while (content.Read())
        {
            if (content.Opened == "style") style = content["name", Style] ?? "";
            else if (content.Opened == "table-properties" && content["display", Table] == "false") hiddenStyles.Add(style);
            else if (content.Opened == "table")
            {
                (string name, bool isHidden) = (RichText.Clean(content["name", Table] ?? ""), hiddenStyles.Contains(content["style-name", Table] ?? ""));
                if (Rows(content, new SheetBuilder(budget)) is { Count: > 0 } rows) sheets.Add(new Sheet(name, isHidden, rows));
            }
        }

        return sheets;
    }

    private static IReadOnlyList<SheetRow> Rows(PartReader table, SheetBuilder sheet)
    {
        int line = 1, next = 1, column = 0;
        bool hidden = false;
        foreach (PartReader part in table.Inside())
        {
            if (part.Opened == "table-row")
            {
                (line, column) = (next, 0);
                next = Math.Min(line + Count(part, "number-rows-repeated"), int.MaxValue / 2);
                hidden = part["visibility", Table] is "collapse" or "filter";
            }
            else if (part.Opened is "table-cell" or "covered-table-cell")
            {
                int wide = Count(part, "number-columns-repeated");
                (int spanColumns, int spanRows) = (Count(part, "number-columns-spanned"), Count(part, "number-rows-spanned"));
                SheetCell cell = Cell(part);
                if (cell.IsEmpty || column >= SheetBuilder.MaxColumns)
                {
                    column = Math.Min(column + wide, SheetBuilder.MaxColumns);
                    continue;
                }

                // The builder refuses more rows than a list has.
                for (int row = line; row < next; row++)
                    for (int at = column; at < Math.Min(column + wide, SheetBuilder.MaxColumns); at++)
                        sheet.Set(row, at, cell, hidden);
                if (spanColumns > 1 || spanRows > 1) sheet.Merge((line, column), (line + spanRows - 1, column + spanColumns - 1));
                column = Math.Min(column + wide, SheetBuilder.MaxColumns);
            }
        }

        return sheet.Rows();
    }

    private static SheetCell Cell(PartReader part)
    {
        (string? type, string? value, string? day, string? truth) =
            (part["value-type", Office], part["value", Office], part["date-value", Office], part["boolean-value", Office]);
        string text = RichText.Clean(Text(part));
        if (type == "date" && DateTime.TryParse(day, CultureInfo.InvariantCulture, out DateTime date)) return new SheetCell(day!, DateOnly.FromDateTime(date));
        if (type == "boolean") return new SheetCell(truth == "true" ? "x" : "");
        if (type == "float" && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
            return new SheetCell(number.ToString("0.#########", CultureInfo.InvariantCulture), null, true);
        return new SheetCell(text);
    }

    // The paragraphs of the cell; a comment on it is none of them.
    private static string Text(PartReader cell)
    {
        StringBuilder text = new();
        foreach (PartReader part in cell.Inside())
        {
            if (part.Opened is "annotation" or "shapes" or "frame") part.Text();
            else if (part.Opened is "p" or "s" or "tab" or "line-break") text.Append(' ');
            else text.Append(part.Written);
        }

        return text.ToString();
    }

    private static int Count(PartReader part, string attribute) =>
        int.TryParse(part[attribute, Table], NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? Math.Clamp(count, 1, int.MaxValue / 4) : 1;
}
