using NtmServerless.Domain.Declarations;
using NtmServerless.Spreadsheets.Declarations;
using Xunit;

namespace NtmServerless.Spreadsheets.Tests.Declarations;

/// <summary>Lists of declared classes, as the template has them and as units write them.</summary>
public sealed class DeclarationFileTests
{
    private static readonly VietnameseTexts Texts = new();
    private static readonly string[] Heads = ["Tên lớp", "Xã nơi tổ chức", "Địa điểm", "Ngày đầu", "Ngày cuối", "Số người dự", "Nữ", "Theo dân tộc"];

    [Fact]
    public void Template_EveryColumn_IsUnderstoodWhenItComesBack()
    {
        using MemoryStream file = new(DeclarationFile.Template(Sample.Plan, Texts, new DateOnly(2024, 6, 10)));
        // Only the example is in it, and that is no class.
        Assert.Equal("declaration-empty", Sample.Code(Assert.Throws<InvalidInputException>(() => Read(file))));
        DeclarationColumns columns = new(Sample.Plan, Texts);
        Workbook filled = new Workbook().Row([.. columns.All.Select(c => (object?)c.Heading)]).Row([.. columns.All.Select(c => ValueOf(c.Field))]);
        DeclarationForm form = Assert.Single(Read(filled.Open())).Form;
        Assert.Equal(("Lớp thử", Sample.Commune, Sample.Commune, "xa-tu-to-chuc"), (form.Title, form.UnitId, form.HostUnitId, form.StreamId));
        Assert.Equal((new DateOnly(2024, 5, 10), new DateOnly(2024, 5, 11), 9, 4), (form.FirstDay, form.LastDay, form.Attended, form.Women));
        Assert.All(form.Audiences!, a => Assert.Equal(1, a.Count));
        Assert.All(form.Spent!, s => Assert.Equal(2_500_000, s.Amount));
        Assert.Equal([new GroupCountForm("Nùng", 5), new GroupCountForm("Tày", 4)], form.EthnicGroups);
        Assert.True(form.IsOther);
    }

    // The example shows a class that could have been declared on the day: held, and in the plan's year (15/12/2023 to 31/12/2024).
    [Theory]
    [InlineData("2024-06-10", "08/06/2024", "09/06/2024")]
    [InlineData("2024-01-01", "30/12/2023", "31/12/2023")]
    [InlineData("2025-03-01", "30/12/2024", "31/12/2024")]
    [InlineData("2023-12-16", "15/12/2023", "16/12/2023")]
    [InlineData("2023-11-01", "15/12/2023", "16/12/2023")]
    public void Template_OnAnyDay_HasAnExampleOfThePlansYear(string today, string first, string last)
    {
        string xml = RawXml.Sheet(DeclarationFile.Template(Sample.Plan, Texts, DateOnly.Parse(today, null)));
        Assert.Contains(first, xml, StringComparison.Ordinal);
        Assert.Contains(last, xml, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_BelowATitle_TakesDatesAndNumbersAsCells_AndSaysTheLine()
    {
        Workbook list = new Workbook().Row("DANH SÁCH LỚP XÃ GIA CÁT").Row([.. Heads])
            .Row("Làm vườn", "xã gia cát", "Nhà văn hóa", new Workbook.DateNumber(45422), null, 35, 0, "Nùng 35")
            .RowAt(7, "Xử lý rác", "", "Sân xã", "12.5.2024", "", "1.200", 5, null);
        IReadOnlyList<DeclarationRow> rows = Read(list.Open());
        Assert.Equal([3, 7], rows.Select(r => r.Line));
        Assert.All(rows, r => Assert.Empty(r.Errors));
        Assert.Equal((new DateOnly(2024, 5, 10), 35, 0), (rows[0].Form.FirstDay, rows[0].Form.Attended, rows[0].Form.Women));
        Assert.Equal((new DateOnly(2024, 5, 12), 1200), (rows[1].Form.FirstDay, rows[1].Form.Attended));
    }

    [Fact]
    public void Read_WhatCannotBeRead_IsNamedByItsField()
    {
        Workbook list = new Workbook().Row([.. Heads]).Row("Làm vườn", "Xã Không Có", "Nhà", "32/05/2024", "mai", "2,5", "ba", "Nùng");
        DeclarationRow row = Assert.Single(Read(list.Open()));
        Assert.Equal(
            [
                "attended unreadable", "ethnicGroups declaration-groups", "firstDay unreadable", "hostUnitId unit-unknown", "lastDay unreadable",
                "women unreadable",
            ],
            row.Errors.Select(e => $"{e.Field} {e.Code}").Order());
        DeclarationColumns columns = new(Sample.Plan, Texts);
        Assert.Equal(
            ("Theo dân tộc", "Ngày đầu", "Nữ"), (columns.HeadingOf("ethnicGroups[0].count"), columns.HeadingOf("firstDay"), columns.HeadingOf("women")));
    }

    [Fact]
    public void Read_ANumberWithAFraction_IsNotTakenForAGroupedOne()
    {
        Workbook list = new Workbook().Row([.. Heads]).Row("Làm vườn", "", "Nhà", "", "", 1.234, 0.125, null)
            .Row("Xử lý rác", "", "Sân", "", "", "1.234", "0.125");
        IReadOnlyList<DeclarationRow> rows = Read(list.Open());
        Assert.Equal(["attended not-whole", "women not-whole"], rows[0].Errors.Select(e => $"{e.Field} {e.Code}"));
        Assert.Equal((null, null, 1234), (rows[0].Form.Attended, rows[0].Form.Women, rows[1].Form.Attended));
        Assert.Equal("women unreadable", Assert.Single(rows[1].Errors.Select(e => $"{e.Field} {e.Code}")));
    }

    [Theory]
    [InlineData("Có", true)]
    [InlineData("X", true)]
    [InlineData("yes", true)]
    [InlineData(1, true)]
    [InlineData("Đúng", true)]
    [InlineData(null, null)]
    [InlineData("không", false)]
    [InlineData(0, false)]
    [InlineData("chưa rõ", null, "declaration-yes-no")]
    [InlineData("không phải", null, "declaration-yes-no")]
    public void Read_WhetherItIsAnother_OnlyAClearYesIsYes(object? said, bool? isOther, params string[] errors)
    {
        Workbook list = new Workbook().Row("Tên lớp", "Số người dự", "Đây là lớp khác").Row("Làm vườn", 35, said);
        DeclarationRow row = Assert.Single(Read(list.Open()));
        Assert.Equal(isOther, row.Form.IsOther);
        Assert.Equal(errors, row.Errors.Select(e => e.Code));
    }

    [Fact]
    public void Read_OfNoList_IsRefused()
    {
        Assert.Equal("declaration-no-header", Sample.Code(Assert.Throws<InvalidInputException>(() => Read(new Workbook().Row("Họ và tên").Open()))));
        Workbook many = new Workbook().Row([.. Heads]);
        for (int i = 0; i < 4; i++) many.Row($"Lớp {i}", "", "", "", "", 1);
        Assert.Equal("too-many", Sample.Code(Assert.Throws<InvalidInputException>(() => Read(many.Open()))));
    }

    private static object? ValueOf(string field) => field switch
    {
        "title" => "Lớp thử",
        "unitId" or "hostUnitId" => "Xã Gia Cát",
        "streamId" => Sample.Plan.StreamTitle("xa-tu-to-chuc"),
        "firstDay" => "10/05/2024",
        "lastDay" => "2024-05-11",
        "attended" => 9,
        "women" => 4,
        "ethnicGroups" => "Nùng: 5; Tày: 4",
        "isOther" => "x",
        _ when field.StartsWith("audiences", StringComparison.Ordinal) => 1,
        _ when field.StartsWith("spent", StringComparison.Ordinal) => "2.500.000",
        _ => "chữ",
    };

    private static IReadOnlyList<DeclarationRow> Read(Stream file) => DeclarationFile.Read(file, Sample.Plan, Texts, 3, Sample.Cancellation);
}
