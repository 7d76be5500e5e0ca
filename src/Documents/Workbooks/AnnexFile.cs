using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace NtmServerless.Documents.Workbooks;

/// <summary>Tables as an XLSX file. The same tables give the same bytes: every id is given, nothing is dated.</summary>
public static class AnnexFile
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const int Widest = 60;
    private const int Narrowest = 8;

    // Of a cell (ECMA-376); what is longer is cut and says so.
    private const int LongestText = 32_767;

    public static byte[] Write(string title, IReadOnlyList<AnnexTable> tables)
    {
        using MemoryStream file = new();
        using (SpreadsheetDocument document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            WorkbookPart book = document.AddNewPart<WorkbookPart>("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "rIdBook");
            WordFile.WriteTitle(document, title);
            book.AddNewPart<WorkbookStylesPart>("rIdStyles").Stylesheet = AnnexStyles.Sheet();
            Sheets sheets = new();
            foreach ((int index, AnnexTable table) in tables.Index())
            {
                string id = $"rIdSheet{index + 1}";
                book.AddNewPart<WorksheetPart>(id).Worksheet = SheetOf(table);
                sheets.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Id = id, SheetId = (uint)index + 1, Name = table.Name });
            }

            book.Workbook = new Workbook(sheets);
        }

        return SteadyZip.Pack(file.ToArray());
    }

    private static Worksheet SheetOf(AnnexTable table)
    {
        SheetData data = new();
        data.Append(new Row(table.Columns.Select(c => TextCell(c, AnnexStyles.Heading))));
        foreach (IReadOnlyList<AnnexCell> row in table.Rows) data.Append(new Row(row.Select(CellOf)));
        return new Worksheet(
            new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }),
            new Columns(table.Columns.Select((c, i) => new DocumentFormat.OpenXml.Spreadsheet.Column
            {
                Min = (uint)i + 1,
                Max = (uint)i + 1,
                CustomWidth = true,
                Width = WidthOf(table, i),
            })),
            data);
    }

    private static double WidthOf(AnnexTable table, int column) => Math.Clamp(
        table.Rows.Select(r => column < r.Count ? LengthOf(r[column]) : 0).Append(table.Columns[column].Length).Max() + 2, Narrowest, Widest);

    private static int LengthOf(AnnexCell cell) => cell.Text?.Length ?? (cell.Date is null ? $"{cell.Number}".Length * 4 / 3 : 10);

    private static Cell CellOf(AnnexCell cell) => cell switch
    {
        { Number: { } number } => new Cell { CellValue = new CellValue(number), StyleIndex = AnnexStyles.Number },
        { Date: { } date } => new Cell { CellValue = new CellValue(date.ToDateTime(TimeOnly.MinValue).ToOADate()), StyleIndex = AnnexStyles.Date },
        _ => TextCell(cell.Text ?? "", AnnexStyles.Plain),
    };

    private static Cell TextCell(string text, uint style) => new(
        new InlineString(new Text(text.Length <= LongestText ? text : text[..(LongestText - 1)] + "…") { Space = SpaceProcessingModeValues.Preserve }))
    {
        DataType = CellValues.InlineString,
        StyleIndex = style,
    };
}
