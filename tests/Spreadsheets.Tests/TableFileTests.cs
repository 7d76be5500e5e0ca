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
}
