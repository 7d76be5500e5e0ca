using Xunit;
using static NtmServerless.Spreadsheets.Tests.Support.Workbook;

namespace NtmServerless.Spreadsheets.Tests.Registrations;

/// <summary>Lists as communes send them: where the people begin and end, and what each column says.</summary>
public sealed class HeaderTests
{
    [Fact]
    public void Read_WhenTitlesHeadersAndFootersSurroundTheList_FindsThePeople()
    {
        Workbook list = new Workbook()
            .Row("UBND XÃ GIA CÁT").Row("DANH SÁCH CỬ NGƯỜI THAM GIA TẬP HUẤN").Merge("A2:I2")
            .RowAt(4, "STT", "Họ và tên", "Giới tính", null, "Ngày sinh", "Dân tộc", "Thôn", "SĐT", "Đối tượng", "Kích cỡ áo", "Ghi chú")
            .Row(null, null, "Nam", "Nữ").Merge("A4:A5").Merge("B4:B5").Merge("C4:D4").Merge("E4:E5").Merge("F4:F5").Merge("G4:G5").Merge("H4:H5").Merge("I4:I5").Merge("J4:J5")
            .Row("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)", "(11)")
            .Row(1, "Hoàng Văn Minh", "x", null, "05/03/1975", "Tày", "Pò Cại", 912345678, "Trưởng thôn", "L")
            .RowAt(9, 2, "Lý  Thị Hoa", null, "x", 1980, "Nùng", "Hợp Tân", "0987.654.321", "Hội viên Hội Phụ nữ", "M")
            .Row(null, "Tổng cộng: 2 người").Row(null, null, null, null, null, null, "Gia Cát, ngày 5 tháng 4 năm 2024").Row(null, "NGƯỜI LẬP").Row(null, "Hoàng Văn Tám");

        RosterFile read = RosterFile.Read(list.Open(), Sample.Plan, cancellation: Sample.Cancellation);

        Assert.Equal([7, 9], read.Rows.Select(r => r.Line));
        Assert.All(read.Rows, r => Assert.Empty(r.Errors()));
        Assert.Equal(["Kích cỡ áo"], read.UnknownColumns);
        RosterRow minh = read.Rows[0];
        Assert.Equal(("Hoàng Văn Minh", 1975, Sex.Male, "Tày", "0912345678"),
            (minh.Form.FullName, minh.Form.BirthYear, minh.Form.Sex, minh.Form.EthnicGroup, minh.Form.Phone));
        Assert.Equal(("Pò Cại", Sample.Commune, Audience.VillageDevelopmentBoard), (minh.Form.Village, minh.Form.UnitId, minh.Form.Audience));
        Assert.Equal((1980, Sex.Female, Audience.UnionMember), (read.Rows[1].Form.BirthYear, read.Rows[1].Form.Sex, read.Rows[1].Form.Audience));
        Assert.False(minh.Form.Consent);
    }

    [Fact]
    public void Read_WhenTheYearStandsUnderNamOrNu_TakesBoth()
    {
        Workbook list = new Workbook()
            .Row("TT", "Họ tên", "Năm sinh", null, "Thôn", "Xã", "Thành phần").Row(null, null, "Nam", "Nữ").Merge("C1:D1")
            .Row(1, "Hoàng Văn Minh", 1975, null, "Pò Cại", "Gia Cát", "Khác").Row(2, "Lý Thị Hoa", null, "1980", "Pò Cại", "xa gia cat", "Khác");
        Assert.Equal([(1975, Sex.Male), (1980, Sex.Female)],
            RosterFile.Read(list.Open(), Sample.Plan, cancellation: Sample.Cancellation).Rows.Select(r => (r.Form.BirthYear!.Value, r.Form.Sex!.Value)));
    }

    [Fact]
    public void Read_WhenOnlyWomenAreTicked_TakesTheOthersForMen()
    {
        Workbook list = new Workbook().Row("Họ và tên", "Năm sinh", "Nữ").Row("Hoàng Văn Minh", 1975).Row("Lý Thị Hoa", 1980, "x");
        Assert.Equal([Sex.Male, Sex.Female], RosterFile.Read(list.Open(), Sample.Plan, cancellation: Sample.Cancellation).Rows.Select(r => r.Form.Sex!.Value));
    }

    [Fact]
    public void Read_WhenNameIsInTwoColumns_PutsItTogether()
    {
        Workbook list = new Workbook().Row("Họ và đệm", "Tên", "Năm sinh").Row("Hoàng Văn", "Minh", 1975);
        Assert.Equal("Hoàng Văn Minh", Assert.Single(RosterFile.Read(list.Open(), Sample.Plan, cancellation: Sample.Cancellation).Rows).Form.FullName);
    }

    [Fact]
    public void Read_WhenHeadingsOrMergedCellsNameThePlace_UsesThemForTheRowsBelow()
    {
        Workbook list = new Workbook().Row("TT", "Họ và tên", "Năm sinh", "Thôn")
            .Row("I", "Xã Gia Cát").Row(1, "Hoàng Văn Minh", 1975, "Pò Cại").Row(2, "Lý Thị Hoa", 1980).Merge("D3:D4")
            .Row("II", "Thị trấn Đồng Đăng").Row(null, "Khu Dây Thép").Row(1, "Bàn Văn Sơn", 1990);
        Assert.Equal(
            [("Pò Cại", "xa-gia-cat"), ("Pò Cại", "xa-gia-cat"), ("Khu Dây Thép", "thi-tran-dong-dang")],
            RosterFile.Read(list.Open(), Sample.Plan, cancellation: Sample.Cancellation).Rows.Select(r => (r.Form.Village!, r.Form.UnitId!)));
    }

    [Fact]
    public void Read_WhenAPersonLooksLikeAFooterOrAHeading_KeepsThePerson()
    {
        Workbook list = new Workbook().Row("TT", "Họ và tên", "Năm sinh", "Chức vụ")
            .Row(1, "Tống Công Minh", null, "Chủ tịch Hội Nông dân").Row(2, "Bàn Văn Sơn").Row(3, "Lý Thị Hoa", 1980, "Hộ dân");
        RosterFile read = RosterFile.Read(list.Open(), Sample.Plan, Sample.Commune, cancellation: Sample.Cancellation);
        Assert.Equal(["Tống Công Minh", "Bàn Văn Sơn", "Lý Thị Hoa"], read.Rows.Select(r => r.Form.FullName!));
        Assert.Contains(read.Rows[0].Errors(), e => e is { Field: "birthYear", Code: "required" });
        Assert.Equal(Audience.UnionMember, read.Rows[0].Form.Audience);
    }

    [Theory]
    [InlineData("Thôn Pò Cại, xã Gia Cát, huyện Cao Lộc", "Thôn Pò Cại", "xa-gia-cat")]
    [InlineData("Khu 3 - TT. Cao Lộc", "Khu 3", "thi-tran-cao-loc")]
    [InlineData("Xã Hòa Cư", null, "xa-hoa-cu")]
    public void Read_WhenVillageAndCommuneAreOneAddress_TakesThemApart(string address, string? village, string unit)
    {
        Workbook list = new Workbook().Row("Họ tên", "Sinh năm", "Nơi ở").Row("Hoàng Văn Minh", 1975, address);
        RosterRow row = Assert.Single(RosterFile.Read(list.Open(), Sample.Plan, cancellation: Sample.Cancellation).Rows);
        Assert.Equal((village, unit), (row.Form.Village, row.Form.UnitId));
    }

    [Fact]
    public void Read_WhenTheListIsOnTheSecondSheet_FindsIt()
    {
        using MemoryStream template = new(TableFile.Write("Bìa", ["Ghi chú"], [["Kính gửi"]]));
        Assert.Throws<Domain.Rules.InvalidInputException>(() => RosterFile.Read(template, Sample.Plan, cancellation: Sample.Cancellation));
        Workbook list = new Workbook().Row("Bìa").Part("xl/workbook.xml", """
            <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/><sheet name="b" sheetId="2" r:id="rId2"/></sheets></workbook>
            """).Part("xl/_rels/workbook.xml.rels", """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="t" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="t" Target="/xl/worksheets/b.xml"/></Relationships>
            """).Part("xl/sharedStrings.xml", """
            <sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>Họ và tên</t></si><si><r><t>Năm </t></r><r><t>sinh</t></r><rPh sb="0" eb="1"><t>?</t></rPh></si></sst>
            """).Part("xl/worksheets/b.xml", """
            <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row><c t="str"><f>A1</f><v>Lý Thị Hoa</v></c><c><f>1900+80</f><v>1980</v></c></row></sheetData></worksheet>
            """);
        RosterRow row = Assert.Single(RosterFile.Read(list.Open(), Sample.Plan, cancellation: Sample.Cancellation).Rows);
        Assert.Equal(("Lý Thị Hoa", 1980, 2), (row.Form.FullName, row.Form.BirthYear, row.Line));
    }
}
