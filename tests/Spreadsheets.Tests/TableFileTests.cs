using Xunit;

namespace NtmServerless.Spreadsheets.Tests;

/// <summary>Lists that leave as XLSX.</summary>
public sealed class TableFileTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+84912345678")]
    [InlineData("-5")]
    [InlineData("@SUM(A1)")]
    [InlineData("$=SUM(A1)")]
    public void Write_WhenATextBeginsLikeAFormula_StaysAText(string text)
    {
        string xml = RawXml.Sheet(TableFile.Write("Danh sách", ["Tên"], [[text]]));
        Assert.Contains(text, xml, StringComparison.Ordinal);
        Assert.DoesNotMatch("<(x:)?f>", xml);
        Assert.Contains("t=\"str\"", xml, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_AnEmoji_StaysOne_AndComesBack()
    {
        byte[] file = TableFile.Write("Danh sách", ["Họ và tên", "Năm sinh"], [["Lý Thị 😀 Hoa", 1980], ["_xD83D_", 1981]]);
        Assert.Contains("Lý Thị 😀 Hoa", RawXml.Sheet(file), StringComparison.Ordinal);
        Assert.Equal(["Lý Thị 😀 Hoa", "_xD83D_"],
            RosterFile.Read(new MemoryStream(file), Sample.Plan, cancellation: Sample.Cancellation).Rows.Select(r => r.Form.FullName!));
    }

    /// <remarks>The built-in format 14 shows 1 April as 04/01 where the PC is set to English.</remarks>
    [Fact]
    public void Write_ADate_ShowsTheDayFirst_HoweverThePcIsSet()
    {
        byte[] file = TableFile.Write("Danh sách", ["Họ và tên", "Ngày sinh"], [["Lý Thị Hoa", new DateTime(1980, 4, 1)]]);
        string styles = RawXml.Part(file, "xl/styles.xml");
        Assert.DoesNotContain("numFmtId=\"14\"", styles, StringComparison.Ordinal);
        Assert.Contains("formatCode=\"dd/mm/yyyy\"", styles, StringComparison.Ordinal);
        Assert.Equal(1980, Assert.Single(RosterFile.Read(new MemoryStream(file), Sample.Plan, cancellation: Sample.Cancellation).Rows).Form.BirthYear);
    }
}
