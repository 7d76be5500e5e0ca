using NtmServerless.Domain.Characters;
using Xunit;

namespace NtmServerless.Domain.Tests.People;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("Ông Hoàng Văn Páo", "Hoàng Văn Páo", Sex.Male)]
    [InlineData("Bà Hoàng Thị Lan", "Hoàng Thị Lan", Sex.Female)]
    [InlineData("BÀ LAN", "LAN", Sex.Female)]
    [InlineData("Đ/c Lý A Sùng", "Lý A Sùng", null)]
    [InlineData("Đồng chí: Lý A Sùng", "Lý A Sùng", null)]
    [InlineData("Anh Hoàng Páo", "Hoàng Páo", Sex.Male)]
    [InlineData("Anh Thư", "Anh Thư", null)]
    [InlineData("Ông Ích Khiêm", "Ông Ích Khiêm", null)]
    [InlineData("Ông Văn Tùng", "Ông Văn Tùng", null)]
    [InlineData("Bàn Thị Mẩy", "Bàn Thị Mẩy", null)]
    [InlineData("Ông", "Ông", null)]
    [InlineData("", "", null)]
    public void WithoutTitle_TakesTheTitleOff_AndNothingElse(string written, string name, Sex? sex) =>
        Assert.Equal((name, sex), PersonName.WithoutTitle(written));

    [Fact]
    public void WithoutTitle_OfAWomanWhoseSurnameIsOng_KeepsIt() =>
        Assert.Equal(("Ông Mỹ Linh", null), PersonName.WithoutTitle("Ông Mỹ Linh", Sex.Female));

    [Theory]
    [InlineData("Hoàng Văn Toàn", "Hoàng Văn Toán", true)]
    [InlineData("Hoàng Văn Toan", "Hoàng Văn Toàn", true)]
    [InlineData("Hoang Van Toan", "Hoàng Văn Toàn", false)]
    [InlineData("Nguyễn Thị Hòa", "NGUYỄN THỊ HOÀ", false)]
    [InlineData("Đàm Văn Đức", "Ðàm Văn Ðức", false)]
    [InlineData("Dàm Văn Đức", "Đàm Văn Đức", true)]
    [InlineData("Bà Hoàng Thị Lan", "Hoàng Thị Lan", false)]
    public void DifferInTones_WhereBothAreWrittenWithAccents(string one, string other, bool differ)
    {
        Assert.Equal(PersonName.Folded(one), PersonName.Folded(other));
        Assert.Equal((differ, differ), (PersonName.DifferInTones(one, other), PersonName.DifferInTones(other, one)));
    }

    // Each is a way in which one person stood twice in a class.
    [Theory]
    [InlineData("Hoàng Thị Lan", "bản Nà Pài")]
    [InlineData("Hoàng Thị Lan", "T. Nà Pài")]
    [InlineData("Hoàng Thị Lan", "Nà Pài")]
    [InlineData("hoang thi lan", "thon na pai")]
    [InlineData("Hoàng Thị\u200B Lan", "Thôn Nà\u00AD Pài")]
    [InlineData("Hoàng\u00A0Thị L\u2060an", "Thôn Nà Pài\uFEFF")]
    [InlineData("Ｈoàng Thị Lan", "Thôn Nà Pài")]
    [InlineData("Bà Hoàng Thị Lan", "Thôn Nà Pài")]
    [InlineData("Hoàng Thị Lan (vợ ông Páo)", "Thôn Nà Pài")]
    public void PersonKey_OfOnePersonAsPeopleWriteIt_IsOne(string name, string village) =>
        Assert.Equal(PersonKey.Of("Hoàng Thị Lan", 1985, "Thôn Nà Pài", "xa-tan-lien"), PersonKey.Of(name, 1985, village, "xa-tan-lien"));

    [Theory]
    [InlineData("Thôn 3", "Khối 3", true)]
    [InlineData("Thôn 3", "Thôn 13", false)]
    [InlineData("Thôn Bản Lề", "Bản Lề", true)]
    [InlineData("Tổ dân phố 2", "TDP 2", true)]
    [InlineData("Thôn", "Bản", false)]
    [InlineData("Tổng Cọt", "Cọt", false)]
    public void Village_ApartFromWhatKindOfPlaceItIs(string one, string other, bool same) =>
        Assert.Equal(same, VillageName.Folded(one) == VillageName.Folded(other));

    [Theory]
    [InlineData("Ðàm\u200B  Văn Ðức ", "Đàm Văn Đức")]
    [InlineData("\u00A0Lý\u2060 Thị\u00ADMẫu", "Lý ThịMẫu")]
    [InlineData("Ｌý Ａ Ｐáo", "Lý A Páo")]
    [InlineData("\u200B", "")]
    public void Clean_KeepsWhatOneSees(string typed, string kept) => Assert.Equal(kept, PlainText.Clean(typed));
}
