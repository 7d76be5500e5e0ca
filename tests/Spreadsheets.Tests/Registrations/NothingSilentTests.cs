using CsCheck;
using NtmServerless.Domain.Rules;
using Xunit;

namespace NtmServerless.Spreadsheets.Tests.Registrations;

/// <summary>Whatever a sheet holds: each of its rows is a person or is said to be left out.</summary>
public sealed class NothingSilentTests
{
    private static readonly Gen<object?[]> AnyRow = Gen.Frequency(
        (8, Gen.Select(Gen.Int[0, 9], Gen.Int[0, 9]).Select((name, year) => (object?[])[1, $"Người Số {name}", 1970 + year, "Nam", "Nà Pài"])),
        (2, Gen.Const((object?[])["STT", "Họ và tên", "Năm sinh", "Giới tính", "Thôn"])),
        (1, Gen.Const((object?[])["Họ và tên", "Ngày sinh", "Nam", "Nữ"])),
        (1, Gen.Const((object?[])[null, "Họ và tên", "Năm sinh", "Xã"])),
        (1, Gen.Const((object?[])["(1)", "(2)", "(3)", "(4)"])),
        (1, Gen.Const((object?[])["", "Cộng: 2 người"])),
        (1, Gen.Const((object?[])["Tổng cộng", null, 75])),
        (1, Gen.Const((object?[])["II", "Xã Hợp Thành"])),
        (1, Gen.Const((object?[])["Thôn Pò Cại"])),
        (1, Gen.Const((object?[])["UBND XÃ GIA CÁT"])),
        (1, Gen.Const((object?[])["DANH SÁCH HỌC VIÊN"])),
        (1, Gen.Const((object?[])[null, null, "Gia Cát, ngày 5 tháng 4 năm 2024"])),
        (1, Gen.Const((object?[])[null, "NGƯỜI LẬP"])),
        (1, Gen.Const((object?[])[12])),
        (2, Gen.OneOf(
            Gen.Const((object?)null), Gen.Const((object?)"Nam"), Gen.Const((object?)"x"), Gen.Const((object?)1975), Gen.Const((object?)"Hoµng V¨n Thö"),
            Gen.String[0, 8].Select(s => (object?)string.Concat(s.Where(c => c is >= ' ' and < '\uD800')))).Array[1, 6]));

    [Fact]
    public void Read_EachRowOfAnySheet_IsAPersonOrIsSaidToBeLeftOut() => AnyRow.Array[1, 30].Sample(
        rows =>
        {
            Workbook book = new();
            foreach (object?[] row in rows) book.Row(row);
            int filled = rows.Count(row => row.Any(cell => cell is not null && cell.ToString()!.Trim().Length > 0));
            RosterFile read;
            try
            {
                read = RosterFile.Read(book.Open(), Sample.Plan, cancellation: Sample.Cancellation);
            }
            catch (InvalidInputException refused)
            {
                return Sample.Code(refused) is "roster-no-header" or "roster-empty";
            }

            return read.Rows.Count + read.Left.Sum(l => l.Count) == filled
                && read.Rows.Select(r => (r.Sheet, r.Line)).Distinct().Count() == read.Rows.Count;
        }, iter: 2_000);

    [Fact]
    public void Read_TwoListsInASheet_ReadsBoth_EachWithItsColumnsAndCommune()
    {
        Workbook list = new Workbook()
            .Row("XÃ GIA CÁT").Row("Họ và tên", "Năm sinh", "Thôn").Row("Hoàng Văn Minh", 1975, "Pò Cại").Row(null, "Tổng cộng: 1 người")
            .Row("Gia Cát, ngày 5 tháng 4 năm 2024").Row("Hoàng Văn Tám")
            .Row("DANH SÁCH XÃ HỢP THÀNH").Row("TT", "Thôn", "Năm sinh", "Họ và tên").Row(1, "Nà Pài", 1980, "Lý Thị Hoa");
        RosterFile read = RosterFile.Read(list.Open(), Sample.Plan, cancellation: Sample.Cancellation);
        Assert.Equal([("Hoàng Văn Minh", "Pò Cại", "xa-gia-cat"), ("Lý Thị Hoa", "Nà Pài", "xa-hop-thanh")],
            read.Rows.Select(r => (r.Form.FullName!, r.Form.Village!, r.Form.UnitId!)));
        Assert.Contains(read.Left, l => l is { Why: LeftOut.Below, Text: "Gia Cát, ngày 5 tháng 4 năm 2024" });
        Assert.Contains(read.Left, l => l is { Why: LeftOut.Above, Lines: "1, 6–7" });
    }
}
