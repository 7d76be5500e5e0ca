using System.IO.Compression;
using System.Text;
using Xunit;

namespace NtmServerless.Spreadsheets.Tests.Registrations;

/// <summary>Lists as CSV and ODS.</summary>
public sealed class OtherKindsTests
{
    [Theory]
    [InlineData(";")]
    [InlineData(",")]
    [InlineData("\t")]
    public void Read_ACsv_WhateverItsSeparator_FindsThePeople(string separator)
    {
        string text = "DANH SÁCH\r\nHọ và tên;Năm sinh;Thôn\r\n\"Lý; \"\"Thị\"\"\nHoa\";1980;Pò Cại\r\nHoàng Văn Minh;'75;Nà Pài"
            .Replace(";", separator, StringComparison.Ordinal);
        byte[] plain = Encoding.UTF8.GetBytes(text);
        foreach (byte[] bytes in (byte[][])[plain, [0xEF, 0xBB, 0xBF, .. plain], [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)]])
        {
            RosterFile read = RosterFile.Read(new MemoryStream(bytes), Sample.Plan, Sample.Commune, Sample.Cancellation);
            Assert.Equal([(3, 1980, "Pò Cại"), (4, 1975, "Nà Pài")], read.Rows.Select(r => (r.Line, r.Form.BirthYear!.Value, r.Form.Village!)));
            Assert.Equal($"Lý{separator.TrimEnd()} \"Thị\" Hoa", read.Rows[0].Form.FullName);
        }
    }

    [Fact]
    public void Read_AnOds_CountsWhatRepeats_AndSaysWhatIsHidden()
    {
        RosterFile read = RosterFile.Read(Ods("""
            <table:table table:name="Ẩn" table:style-name="ta2">
              <table:table-row>
                <table:table-cell office:value-type="string"><text:p>Cũ</text:p></table:table-cell></table:table-row></table:table>
            <table:table table:name="DS" table:style-name="ta1">
              <table:table-row table:number-rows-repeated="3">
                <table:table-cell table:number-columns-repeated="1024"/></table:table-row>
              <table:table-row>
                <table:table-cell office:value-type="string"><text:p>Họ và<text:s/>tên</text:p></table:table-cell>
                <table:table-cell office:value-type="string">
                <office:annotation><text:p>chú ý</text:p></office:annotation><text:p>Năm sinh</text:p></table:table-cell>
                <table:table-cell office:value-type="string"><text:p>Thôn</text:p></table:table-cell></table:table-row>
              <table:table-row>
                <table:table-cell office:value-type="string"><text:p>Lý Thị</text:p><text:p>Hoa</text:p></table:table-cell>
                <table:table-cell office:value-type="float" office:value="1980"><text:p>1.980</text:p></table:table-cell>
                <table:table-cell table:number-rows-spanned="2" office:value-type="string"><text:p>Pò Cại</text:p></table:table-cell></table:table-row>
              <table:table-row table:visibility="filter">
                <table:table-cell office:value-type="string"><text:p>Bế Văn C</text:p></table:table-cell>
                <table:table-cell office:value-type="date" office:date-value="1975-03-05"><text:p>05/03/75</text:p></table:table-cell>
                <table:covered-table-cell/></table:table-row>
              <table:table-row table:number-rows-repeated="1048000">
                <table:table-cell table:number-columns-repeated="1024"/></table:table-row>
            </table:table>
            """), Sample.Plan, Sample.Commune, Sample.Cancellation);
        Assert.Equal([("Lý Thị Hoa", 1980, "Pò Cại", 5, false), ("Bế Văn C", 1975, "Pò Cại", 6, true)],
            read.Rows.Select(r => (r.Form.FullName!, r.Form.BirthYear!.Value, r.Form.Village!, r.Line, r.IsHidden)));
        Assert.Equal(("Ẩn", LeftOut.HiddenSheet), (read.Left[0].Sheet, read.Left[0].Why));
    }

    [Fact]
    public void Read_AnOdsThatRepeatsAFullRowAMillionTimes_IsRefused() =>
        Assert.Equal("too-many", Sample.Code(
        Assert.Throws<Domain.Rules.InvalidInputException>(() => RosterFile.Read(Ods("""
            <table:table table:name="DS">
              <table:table-row table:number-rows-repeated="1000000">
                <table:table-cell table:number-columns-repeated="1000" office:value-type="string"><text:p>a</text:p></table:table-cell>
              </table:table-row></table:table>
            """), Sample.Plan, cancellation: Sample.Cancellation))));

    private static MemoryStream Ods(string tables)
    {
        MemoryStream file = new();
        using (ZipArchive zip = new(file, ZipArchiveMode.Create, leaveOpen: true))
        using (StreamWriter content = new(zip.CreateEntry("content.xml").Open()))
            content.Write($"""
                <office:document-content 
                  xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" 
                  xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" 
                  xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" 
                  xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0">
                <office:automatic-styles><style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>
                <style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>
                </office:automatic-styles>
                <office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>
                """);
        file.Position = 0;
        return file;
    }
}
