using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace NtmServerless.Documents.Word;

/// <summary>Tables with lines around the cells; the head comes again on each page, a row is not broken.</summary>
internal static class Tables
{
    private const double CellMargin = 1.2;
    private const double CellRoom = 0.4;
    private const uint LineThickness = 4;
    private const int ShortTable = 12;
    private const int LastRows = 3;

    /// <param name="width">Of the whole table, millimetres.</param>
    public static Table Of(double width, IReadOnlyList<Column> columns, IEnumerable<IReadOnlyList<string>> rows, TableLook look)
    {
        double[] widths = Widths(width, columns);
        Table table = Frame(width, widths, CellMargin, CellRoom);
        table.GetFirstChild<TableProperties>()!.TableBorders = Borders();
        table.Append(Row(look, isHead: true, [.. columns.Zip(widths, (c, w) => Cell(w, look.Head, Align.Center, c.Title, bold: false))]));
        IReadOnlyList<string>[] lines = [.. rows];
        foreach (IReadOnlyList<string> line in lines)
        {
            bool sum = look.HasSums && line[0].Length == 0;
            table.Append(Row(look, isHead: false, [.. line.Select((text, i) => Cell(widths[i], look.Text, columns[i].Align, text, sum))]));
        }

        KeepTogether(table, lines.Length, look);
        return table;
    }

    /// <summary>A table without lines, to put things beside each other.</summary>
    /// <param name="margin">Left and right in each cell, millimetres.</param>
    /// <param name="room">Above and below in each cell, millimetres.</param>
    public static Table Frame(double width, IReadOnlyList<double> widths, double margin = 0, double room = 0)
    {
        return new Table(
            new TableProperties(
                new TableWidth { Width = $"{Units.Twips(width)}", Type = TableWidthUnitValues.Dxa },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TopMargin { Width = $"{Units.Twips(room)}", Type = TableWidthUnitValues.Dxa },
                    new TableCellLeftMargin { Width = (short)Units.Twips(margin), Type = TableWidthValues.Dxa },
                    new BottomMargin { Width = $"{Units.Twips(room)}", Type = TableWidthUnitValues.Dxa },
                    new TableCellRightMargin { Width = (short)Units.Twips(margin), Type = TableWidthValues.Dxa })),
            new TableGrid(widths.Select(w => new GridColumn { Width = $"{Units.Twips(w)}" })));
    }

    /// <summary>A cell of a frame.</summary>
    public static TableCell Cell(double width, IEnumerable<OpenXmlElement> content)
    {
        TableCell cell = new(new TableCellProperties(new TableCellWidth { Width = $"{Units.Twips(width)}", Type = TableWidthUnitValues.Dxa }));
        cell.Append(content);
        return cell;
    }

    // A table that is parted keeps its last rows together, so that a sum never stands alone.
    private static void KeepTogether(Table table, int lines, TableLook look)
    {
        TableRow[] rows = [.. table.Elements<TableRow>()];
        int first = look.KeptWhole && lines <= ShortTable ? 0 : Math.Max(0, rows.Length - LastRows);
        int end = look.KeptWithNext ? rows.Length : rows.Length - 1;
        foreach (Paragraph paragraph in rows[first..end].SelectMany(r => r.Descendants<Paragraph>())) paragraph.KeptWithNext();
    }

    private static double[] Widths(double width, IReadOnlyList<Column> columns)
    {
        double left = width - columns.Sum(c => c.Width);
        return [.. columns.Select(c => c.Width > 0 ? c.Width : left)];
    }

    private static TableRow Row(TableLook look, bool isHead, TableCell[] cells)
    {
        TableRowProperties properties = new(new CantSplit());
        if (look.RowHeight > 0 && !isHead)
            properties.Append(new TableRowHeight { Val = (uint)Units.Twips(look.RowHeight), HeightType = HeightRuleValues.AtLeast });
        if (isHead) properties.Append(new TableHeader());
        TableRow row = new(properties);
        row.Append(cells);
        return row;
    }

    private static TableCell Cell(double width, TextStyle style, Align align, string text, bool bold)
    {
        Paragraph paragraph = Paragraphs.Of(style, text);
        if (align != style.Align) paragraph.Layout().Justification = new Justification { Val = WordStyles.Justification(align) };
        if (bold)
            foreach (Run run in paragraph.Elements<Run>()) run.RunProperties = new RunProperties(new Bold());
        TableCell cell = Cell(width, [paragraph]);
        cell.TableCellProperties!.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        return cell;
    }

    private static TableBorders Borders()
    {
        EnumValue<BorderValues> single = BorderValues.Single;
        return new TableBorders(
            new TopBorder { Val = single, Size = LineThickness, Color = "000000" },
            new LeftBorder { Val = single, Size = LineThickness, Color = "000000" },
            new BottomBorder { Val = single, Size = LineThickness, Color = "000000" },
            new RightBorder { Val = single, Size = LineThickness, Color = "000000" },
            new InsideHorizontalBorder { Val = single, Size = LineThickness, Color = "000000" },
            new InsideVerticalBorder { Val = single, Size = LineThickness, Color = "000000" });
    }
}
