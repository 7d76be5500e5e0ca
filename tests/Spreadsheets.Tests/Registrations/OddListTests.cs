using Xunit;

namespace NtmServerless.Spreadsheets.Tests.Registrations;

/// <summary>Lists that were read wrongly once, each with what is right.</summary>
public sealed class OddListTests
{
    [Theory]
    [InlineData("03")]
    [InlineData("05")]
    [InlineData("07")]
    [InlineData("08")]
    public void Read_WhenTheProgramThatWroteItNamesItsPartsOtherwise_FindsThem(string number) =>
        Assert.Equal(["Hoàng Văn Thử", "Lý Thị Mẫu"], Lists.Read(number).Rows.Select(r => r.Form.FullName!));

    [Fact]
    public void Read_AYearOfTwoDigitsOrWithADot_IsConcludedAndMarked()
    {
        IReadOnlyList<RosterRow> rows = Lists.Read("11").Rows;
        Assert.Equal([1975, 1975, 1975, 1960, 1962, 1962, 1970, 1975, 1970, 1981], rows.Select(r => r.Form.BirthYear!.Value));
        Assert.Equal(["15/3/75", "75", "19/05/1.962", "75"], Said(rows, "birthYear"));
        Assert.All(rows, r => Assert.Empty(r.Errors()));
    }

    [Fact]
    public void Read_AFormulaWithoutItsValue_SaysSo()
    {
        IReadOnlyList<RosterRow> rows = Lists.Read("12").Rows;
        Assert.Equal(["fullName formula-empty", "", "birthYear formula-empty"],
            rows.Select(r => string.Join(", ", r.Errors().Select(e => $"{e.Field} {e.Code}"))));
        Assert.Equal(("LÝ THỊ MẪU", 1990), (rows[1].Form.FullName, rows[1].Form.BirthYear));
    }

    [Fact]
    public void Read_EscapesOfXml_AreDecoded() => Assert.Equal(["Hoàng Văn Thử", "Lý Thị Mẫu"],
        Lists.Read("14").Rows.Select(r => r.Form.FullName!.Replace("  ", " ", StringComparison.Ordinal)));

    [Fact]
    public void Read_AHiddenRow_IsMarked() =>
        Assert.Equal([("Hoàng Văn Thử", false), ("Lý Thị Ẩn", true), ("Bế Văn C", false)], Lists.Read("16").Rows.Select(r => (r.Form.FullName!, r.IsHidden)));

    [Fact]
    public void Read_AHiddenSheetBeforeTheList_IsNotReadAndSaidSo()
    {
        RosterFile read = Lists.Read("17");
        Assert.Equal(["Hoàng Văn Thử", "Lý Thị Mẫu"], read.Rows.Select(r => r.Form.FullName!));
        Assert.Equal(("Mau cu", 2, "1–2"), read.Left.Where(l => l.Why == LeftOut.HiddenSheet).Select(l => (l.Sheet, l.Count, l.Lines)).Single());
    }

    [Fact]
    public void Read_ASheetForEachCommune_ReadsAll() => Assert.Equal(
        [("Xã Gia Cát", 2), ("Xã Gia Cát", 3), ("Xã Hợp Thành", 2), ("Xã Hợp Thành", 3)], Lists.Read("18").Rows.Select(r => (r.Sheet, r.Line)));

    [Fact]
    public void Read_ASubtotal_IsNotTheEnd()
    {
        RosterFile read = Lists.Read("20");
        Assert.Equal(
            [("Hoàng Văn Thử", "xa-gia-cat"), ("Lý Thị Mẫu", "xa-gia-cat"), ("Nông Văn Ba", "xa-hop-thanh"), ("Nông Văn Bốn", "xa-hop-thanh")],
            read.Rows.Select(r => (r.Form.FullName!, r.Form.UnitId!)));
        Assert.Equal(
            [(LeftOut.Total, "6, 10–11"), (LeftOut.Section, "3, 7"), (LeftOut.Head, "2"), (LeftOut.Above, "1")], read.Left.Select(l => (l.Why, l.Lines)));
    }

    [Fact]
    public void Read_AHeadOnEachPage_IsNoPerson()
    {
        RosterFile read = Lists.Read("22");
        Assert.Equal([2, 4], read.Rows.Select(r => r.Line));
        Assert.Equal("1, 3", Assert.Single(read.Left).Lines);
    }

    [Fact]
    public void Read_ATitleBeforeAName_IsTakenOff_AndSaysTheSex()
    {
        IReadOnlyList<RosterRow> rows = Lists.Read("23").Rows;
        Assert.Equal(
            [("Hoàng Văn Thử", Sex.Male), ("Lý Thị Mẫu", Sex.Female), ("Nông Văn Ba", null), ("Hoàng Văn Thử", null)],
            rows.Select(r => (r.Form.FullName!, r.Form.Sex)));
    }

    [Fact]
    public void Read_APhone_IsTheFirstGoodNumber_AndNeverKeepsAnybodyOut()
    {
        IReadOnlyList<RosterRow> rows = Lists.Read("24").Rows;
        Assert.All(rows, r => Assert.Empty(r.Errors()));
        const string usual = "0912345678";
        Assert.Equal(
            [
                usual, usual, "0381234567", usual, usual, usual, usual, usual, null, null, null, "02053861234", usual, usual, null, usual, usual, null, null,
            ],
            rows.Select(r => r.Form.Phone));
        Assert.Equal(["025 3861 234", "091234567", "09I2345678"], Said(rows, "phone"));
    }

    [Fact]
    public void Read_AnEthForAD_IsStoredAsD() => Assert.Equal(["Đàm Văn Đức", "Đàm Văn Đức"], Lists.Read("25a").Rows.Select(r => r.Form.FullName!));

    [Fact]
    public void Read_AListInAnOldFont_IsConverted()
    {
        RosterRow row = Assert.Single(Lists.Read("27").Rows);
        Assert.Equal(
            ("Hoàng Văn Thử", "Nà Pài", "xa-gia-cat", Audience.ExemplaryHousehold), (row.Form.FullName, row.Form.Village, row.Form.UnitId, row.Form.Audience));
        Assert.Equal("Hoµng V¨n Thö", row.Said["fullName"].Text);
        Assert.Empty(row.Errors());
    }

    [Fact]
    public void Read_NamesInOldFontsOrWithLostLetters_AreConvertedOrRefused()
    {
        IReadOnlyList<RosterRow> rows = Lists.Read("28").Rows;
        Assert.Equal(["Hoàng Văn Thử", "Nguyễn Thị Hòa", "Nguyễn Thị Hòa", null, null], rows.Select(r => r.Form.FullName));
        Assert.All(rows, r => Assert.True(r.Said.ContainsKey("fullName")));
        Assert.All(rows.Skip(3), r => Assert.Equal("fullName letters-lost", Assert.Single(r.Errors().Select(e => $"{e.Field} {e.Code}"))));
    }

    [Fact]
    public void Read_AFamilyNameThatIsTheGivenName_StaysTwice() =>
        Assert.Equal(["Hoàng Văn Thử", "Hà Hà"], Lists.Read("29").Rows.Select(r => r.Form.FullName!));

    [Fact]
    public void Read_UsualWordsThatNameNoAudience_AreKeptForAChoice()
    {
        IReadOnlyList<RosterRow> rows = Lists.Read("73").Rows;
        Assert.Equal(12, rows.Count);
        Assert.All(rows, r => Assert.NotEmpty(RosterMending.WordOf(r, PersonField.Audience)!));
        RosterRow[] chosen = [.. rows.Select(r => RosterMending.Choose(r, PersonField.Audience, "CÔNG AN VIÊN", null, Audience.Official))];
        Assert.Equal("Người Ca", Assert.Single(chosen, r => r.Form.Audience == Audience.Official).Form.FullName);
        Assert.Empty(chosen[2].Errors());
        Assert.Equal("Công an viên", RosterMending.WordOf(chosen[2], PersonField.Audience));
    }

    [Fact]
    public void Read_AnAttendanceSheetBehindNotes_IsFound()
    {
        using MemoryStream file = Lists.Open("54");
        Assert.Equal(("Q1V3AHT7", 1), Assert.Single(AttendanceFile.Read(file, Sample.Cancellation).Rows.Select(r => (r.Code, r.Session))));
    }

    [Fact]
    public void Type_WhatWasWrong_IsReadAsACell()
    {
        RosterRow row = Lists.Read("28").Rows[3];
        RosterRow named = RosterMending.Type(row, PersonField.FullName, " Nguyễn Thị  Hòa ", 2024);
        Assert.Empty(named.Errors());
        Assert.Equal("Nguy?n Th? Hòa", named.Said["fullName"].Text);
        Assert.Equal(1975, RosterMending.Type(row, PersonField.BirthYear, "75", 2024).Form.BirthYear);
        Assert.Contains(RosterMending.Type(row, PersonField.BirthYear, "không rõ", 2024).Errors(), e => e is { Field: "birthYear", Code: "birth-unreadable" });
    }

    private static IEnumerable<string> Said(IEnumerable<RosterRow> rows, string field) =>
        rows.Where(r => r.Said.ContainsKey(field)).Select(r => r.Said[field].Text);
}
