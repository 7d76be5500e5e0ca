using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;
using Xunit;

namespace NtmServerless.Documents.Tests.Layout;

/// <summary>Tables have the grid that their rows have, fill the page from margin to margin and repeat their head.</summary>
public sealed class TableTests
{
    public static TheoryData<string> Names() => [.. Samples.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Grid_HasAColumnForEachCell_AsWideAsTheCell(string name)
    {
        using OpenedDocument document = new(Samples.All[name]());
        Assert.All(OpenedDocument.All<Table>(document.Body), table =>
        {
            string[] grid = [.. table.GetFirstChild<TableGrid>()!.Elements<GridColumn>().Select(c => c.Width!.Value!)];
            Assert.All(table.Elements<TableRow>(), row =>
                Assert.Equal(grid, row.Elements<TableCell>().Select(c => c.TableCellProperties!.TableCellWidth!.Width!.Value!)));
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void LinedTable_FillsThePage_AndRepeatsItsHead(string name)
    {
        using OpenedDocument document = new(Samples.All[name]());
        Assert.All(document.LinedTables, table =>
        {
            double width = table.GetFirstChild<TableGrid>()!.Elements<GridColumn>().Sum(c => OpenedDocument.Millimetres(long.Parse(c.Width!, CultureInfo.InvariantCulture)));
            Assert.True(Math.Abs(width - 165) < 0.5 || Math.Abs(width - 252) < 0.5, $"{width} mm");
            TableRow[] rows = [.. table.Elements<TableRow>()];
            Assert.NotNull(rows[0].TableRowProperties!.GetFirstChild<TableHeader>());
            Assert.All(rows, r => Assert.NotNull(r.TableRowProperties!.GetFirstChild<CantSplit>()));
            Assert.True(rows.Length > 1);
        });
    }

    [Fact]
    public void Table_WithASum_AddsUp()
    {
        using OpenedDocument document = new(Samples.All["periodic-report"]());
        Table[] sums = [.. document.LinedTables.Where(t => OpenedDocument.Cells(t.Elements<TableRow>().First()) is [.., "Số người" or "Số lượng" or "Số tiền (đồng)", _])];
        Assert.Equal(6, sums.Length);
        Assert.All(sums, table =>
        {
            long[] values = [.. table.Elements<TableRow>().Skip(1).Select(r => long.Parse(OpenedDocument.Cells(r)[2], NumberStyles.AllowThousands, CultureInfo.GetCultureInfo("vi-VN")))];
            Assert.Equal(values[^1], values[..^1].Sum());
        });
    }
}
