using Xunit;

namespace NtmServerless.Documents.Tests.Layout;

/// <summary>Order of the blocks, numbers and dates of the head, lines of the signature.</summary>
public sealed class HeadTests
{
    [Theory]
    [InlineData("announcement", "THÔNG BÁO")]
    [InlineData("invitation", "GIẤY MỜI")]
    [InlineData("class-report", "BÁO CÁO")]
    [InlineData("participants", "DANH SÁCH HỌC VIÊN")]
    public void Blocks_StandInTheDecreesOrder(string name, string type)
    {
        using OpenedDocument document = new(Samples.All[name]());
        string[] blocks =
        [
            "BAN CHỈ ĐẠO CÁC", "VĂN PHÒNG ĐIỀU PHỐI", "CỘNG HÒA", "Độc lập", "Số: ", "Cao Lộc, ngày 05 tháng 5 năm 2024", type, "Nơi nhận:", "- Lưu: VT.", "CHÁNH VĂN PHÒNG", "Hoàng Văn Mẫu",
        ];
        int[] places = [.. blocks.Select(b => document.Texts.Index().First(t => t.Item.StartsWith(b, StringComparison.Ordinal)).Index)];
        Assert.Equal(places.Order(), places);
        Assert.Equal(0, places[0]);
    }

    [Theory]
    [InlineData("05/TB-VPĐP", 5, "TB-VPĐP")]
    [InlineData("112/KH-BCĐ", 112, "KH-BCĐ")]
    [InlineData("/KH-BCĐ", null, "KH-BCĐ")]
    [InlineData("KH-BCĐ", null, "KH-BCĐ")]
    [InlineData("12a/KH-BCĐ", null, "12a/KH-BCĐ")]
    public void Number_IsRead(string text, int? number, string symbol) => Assert.Equal(new DocumentNumber(number, symbol), DocumentNumber.Read(text));

    [Theory]
    [InlineData(5, "05/KH-BCĐ")]
    [InlineData(12, "12/KH-BCĐ")]
    [InlineData(null, "        /KH-BCĐ")]
    public void Number_BelowTen_GetsAZero_AndRoomWhileOpen(int? number, string printed) => Assert.Equal(printed, new DocumentNumber(number, "KH-BCĐ").ToString());

    [Theory]
    [InlineData(5, 3, "ngày 05 tháng 3 năm 2024")]
    [InlineData(5, 2, "ngày 05 tháng 02 năm 2024")]
    [InlineData(31, 1, "ngày 31 tháng 01 năm 2024")]
    [InlineData(10, 12, "ngày 10 tháng 12 năm 2024")]
    [InlineData(null, 3, "ngày        tháng 3 năm 2024")]
    public void Date_GetsZerosWhereTheDecreeWantsThem(int? day, int? month, string printed) => Assert.Equal(printed, new DocumentDate(day, month, 2024).ToString());

    [Theory]
    [InlineData("KT. TRƯỞNG BAN|PHÓ TRƯỞNG BAN|PHÓ CHỦ TỊCH UBND HUYỆN", 2, 1)]
    [InlineData("TM. ỦY BAN NHÂN DÂN|KT. CHỦ TỊCH|PHÓ CHỦ TỊCH", 3, 0)]
    [InlineData("TRƯỞNG BAN|CHỦ TỊCH UBND HUYỆN", 1, 1)]
    [InlineData("TL. CHỦ TỊCH|CHÁNH VĂN PHÒNG", 2, 0)]
    [InlineData("GIÁM ĐỐC", 1, 0)]
    public void Signer_GovernmentPost_StandsBelowTheSignature(string lines, int above, int below)
    {
        Signing signing = Signing.Of(new Signer("Tên", lines.Split('|')));
        Assert.Equal((above, below), (signing.Capacity.Count, signing.Posts.Count));
    }

    [Fact]
    public void Document_WithoutSigner_LeavesRoom()
    {
        using OpenedDocument document = new(Samples.Documents.Announcement(SampleClass.Head with { Signer = null, ParentBody = null, Number = new(null, "") }, SampleClass.File));
        Assert.DoesNotContain("Số:", document.Text, StringComparison.Ordinal);
        Assert.Equal("- Lưu: VT.", document.Texts[^1]);
    }
}
