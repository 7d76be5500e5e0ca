using DocumentFormat.OpenXml.Spreadsheet;

namespace NtmServerless.Documents.Workbooks;

/// <summary>How the cells of a workbook look: the decree's font, numbers and dates as vi-VN writes them.</summary>
internal static class AnnexStyles
{
    public const uint Plain = 0;
    public const uint Heading = 1;
    public const uint Number = 2;
    public const uint Date = 3;

    private const string Font = "Times New Roman";
    private const double Size = 12;

    // Built in: #,##0 in the separators of the reader's country (ECMA-376, 18.8.30).
    private const uint Thousands = 3;
    private const uint DayMonthYear = 164;

    public static Stylesheet Sheet() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = DayMonthYear, FormatCode = "dd/mm/yyyy" }) { Count = 1 },
        new Fonts(
            new Font(new FontSize { Val = Size }, new FontName { Val = Font }),
            new Font(new Bold(), new FontSize { Val = Size }, new FontName { Val = Font }))
        { Count = 2 },
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })) { Count = 2 },
        new Borders(
            new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
            new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder { Style = BorderStyleValues.Thin }, new DiagonalBorder()))
        { Count = 2 },
        new CellStyleFormats(new CellFormat()) { Count = 1 },
        new CellFormats(
            Format(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = true }),
            Format(new Alignment { Horizontal = HorizontalAlignmentValues.Center, Vertical = VerticalAlignmentValues.Center, WrapText = true }, font: 1, border: 1),
            Format(new Alignment { Vertical = VerticalAlignmentValues.Top }, number: Thousands),
            Format(new Alignment { Horizontal = HorizontalAlignmentValues.Center, Vertical = VerticalAlignmentValues.Top }, number: DayMonthYear))
        { Count = 4 });

    private static CellFormat Format(Alignment alignment, uint font = 0, uint border = 0, uint number = 0) => new(alignment)
    {
        FontId = font,
        FillId = 0,
        BorderId = border,
        NumberFormatId = number,
        FormatId = 0,
        ApplyFont = true,
        ApplyAlignment = true,
        ApplyNumberFormat = number != 0,
        ApplyBorder = border != 0,
    };
}
