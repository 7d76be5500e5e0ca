using Xunit;
using static NtmServerless.Spreadsheets.Tests.Support.Workbook;

namespace NtmServerless.Spreadsheets.Tests.Registrations;

/// <summary>What people write into the cells of a list.</summary>
public sealed class CellTests
{
    public static TheoryData<object, int?> Births => new()
    {
        { "05/03/1975", 1975 }, { "5-3-1975", 1975 }, { "1975", 1975 }, { 1975, 1975 }, { "Sinh năm 1975", 1975 }, { "1975-03-05", 1975 },
        { new DateNumber(27458), 1975 }, { 27458, 1975 }, { new DateNumber(1975), 1975 },
        { "05/03/75", 1975 }, { "75", 1975 }, { "08", 2008 }, { "19/05/1.962", 1962 }, { "12", null }, { "khoảng 1975 hoặc 1976", null }, { "không rõ", null },
    };

    [Theory]
    [MemberData(nameof(Births))]
    public void Read_EachWayToWriteABirth_GivesTheYearOrSaysSo(object written, int? year)
    {
        RosterRow row = Row("Năm sinh", written);
        Assert.Equal(year, row.Form.BirthYear);
        Assert.Equal(year is null ? ["birth-unreadable"] : [], row.Errors().Where(e => e.Field == "birthYear").Select(e => e.Code));
    }

    [Theory]
    [InlineData(912345678, "0912345678")]
    [InlineData("912 345 678", "0912345678")]
    [InlineData("0912.345.678", "0912345678")]
    [InlineData(84912345678, "0912345678")]
    [InlineData("0912345678 / 0987654321", "0912345678")]
    public void Read_EachWayToWriteAPhone_GivesOneNumber(object written, string phone) => Assert.Equal(phone, Row("Điện thoại", written).Form.Phone);

    [Theory]
    [InlineData("Gia Cát", "xa-gia-cat")]
    [InlineData("XÃ GIA CÁT", "xa-gia-cat")]
    [InlineData("gia cat", "xa-gia-cat")]
    [InlineData("UBND xã Mẫu Sơn", "xa-mau-son")]
    [InlineData("TT Đồng Đăng", "thi-tran-dong-dang")]
    [InlineData("Xã Ở Đâu", null)]
    public void Read_EachWayToWriteACommune_FindsItInThePlan(string written, string? unit)
    {
        RosterRow row = Row("Xã", written);
        Assert.Equal(unit, row.Form.UnitId);
        Assert.Equal(unit is null, row.Errors().Any(e => e is { Field: "unitId", Code: "unit-unknown" }));
    }

    [Theory]
    [InlineData("Hộ dân tiêu biểu", Audience.ExemplaryHousehold)]
    [InlineData("Giám đốc HTX", Audience.Cooperative)]
    [InlineData("Thành viên tổ hợp tác", Audience.CooperativeGroup)]
    [InlineData("Chủ trang trại", Audience.FarmOwner)]
    [InlineData("TV BCĐ xã", Audience.CommitteeOrBoardMember)]
    [InlineData("Công chức địa chính", Audience.Official)]
    [InlineData("cai gi do", null)]
    public void Read_EachWayToWriteAnAudience_FindsIt(string written, Audience? audience)
    {
        RosterRow row = Row("Thành phần", written);
        Assert.Equal(audience, row.Form.Audience);
        Assert.Equal(audience is null ? ["audience-unknown"] : [], row.Errors().Where(e => e.Field == "audience").Select(e => e.Code));
    }

    [Fact]
    public void Read_WhenACellIsMissing_SaysWhichWithTheRulesOfTheForm()
    {
        Workbook list = new Workbook().Row("Họ và tên", "Năm sinh", "Giới tính").Row("=cmd", 2020, "?");
        RosterRow row = Assert.Single(RosterFile.Read(list.Open(), Sample.Plan, cancellation: Sample.Cancellation).Rows);
        Assert.Equal(
            ["audience required", "birthYear birth-year", "fullName formula", "sex unreadable", "unitId required", "village required"],
            row.Errors().Select(e => $"{e.Field} {e.Code}").Order());
    }

    private static RosterRow Row(string column, object value) => Assert.Single(RosterFile.Read(
        new Workbook().Row("Họ và tên", "Dân tộc", column).Row("Hoàng Văn Minh", "Tày", value).Open(), Sample.Plan).Rows);
}
