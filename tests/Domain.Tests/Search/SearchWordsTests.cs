using NtmServerless.Domain.Search;
using Xunit;

namespace NtmServerless.Domain.Tests.Search;

public sealed class SearchWordsTests
{
    private const string Class = "Lớp 10. Khu dân cư kiểu mẫu, vườn mẫu. Xã Gia Cát. Nhà văn hóa xã. Hội Nông dân";

    [Theory]
    [InlineData("Gia Cát", 0)]
    [InlineData("gia cat", 0)]
    [InlineData("CÁT gia", 0)]
    [InlineData("lop 10", 0)]
    [InlineData("10", 0)]
    [InlineData("giacat", 1)]
    [InlineData("vuonmau", 1)]
    [InlineData("gia cát vuờn", 0)]
    [InlineData("giacta", 2)]
    [InlineData("nong dann", 2)]
    [InlineData("nogn dan", 2)]
    [InlineData("nogn xuan", null)]
    [InlineData("1", null)]
    [InlineData("lop 11", null)]
    [InlineData("cta", null)]
    [InlineData("tan thanh", null)]
    [InlineData("gaictt", null)]
    public void Rank_OfWhatPeopleType_ForgivesAccentsBlanksAndOneSlip(string typed, int? rank) => Assert.Equal(rank, SearchWords.Of(typed).Rank(Class));

    [Theory]
    [InlineData("22/4", true)]
    [InlineData("22/04", true)]
    [InlineData("22-4-2024", true)]
    [InlineData("22.4", true)]
    [InlineData("ngày 22 / 4", true)]
    [InlineData("22/4/2025", false)]
    [InlineData("4/22", null)]
    [InlineData("31/2", null)]
    [InlineData("29/2/2023", null)]
    [InlineData("1/22/4", null)]
    [InlineData("122/4", null)]
    [InlineData("99/99/0000", null)]
    public void Date_AsItIsSaid_IsThatDay(string typed, bool? isOn)
    {
        SearchWords words = SearchWords.Of(typed);
        Assert.Equal(isOn is not null, words.HasDate);
        if (isOn is not null) Assert.Equal(isOn, words.IsOn(new DateOnly(2024, 4, 22)));
        Assert.True(!words.HasDate || !words.IsOn(new DateOnly(2024, 4, 23)));
    }

    [Fact]
    public void Date_WithWordsBesideIt_LeavesTheWords()
    {
        SearchWords words = SearchWords.Of("gia cát 22/4");
        Assert.True(words.IsOn(new DateOnly(2024, 4, 22)));
        Assert.Equal(0, words.Rank("Xã Gia Cát"));
        Assert.Null(words.Rank("Xã Tân Thành"));
    }

    [Theory]
    [InlineData("0912345678")]
    [InlineData("0912 345 678")]
    [InlineData("0912.345.678")]
    [InlineData("+84 912-345-678")]
    [InlineData("09-12-345678")]
    public void Phone_HoweverItIsWritten_IsOne(string typed)
    {
        SearchWords words = SearchWords.Of(typed);
        Assert.True(words.IsPhone("0912345678"));
        Assert.True(words.IsPhone("+84912345678"));
        Assert.False(words.IsPhone("0912345679"));
        Assert.False(words.IsPhone(null));
        Assert.False(words.HasDate);
    }

    [Fact]
    public void Phone_OfSomebody_IsNotFoundByPartOfIt() => Assert.False(SearchWords.Of("345678").IsPhone("0912345678"));

    [Theory]
    [InlineData("o1ab cd2e", "01ABCD2E")]
    [InlineData("LIAB-CD2E", "11ABCD2E")]
    [InlineData("1ABCD2E", null)]
    [InlineData("01ABCD2E 22/4", null)]
    public void Code_WithBlanksAndLookalikes_IsRead(string typed, string? code) => Assert.Equal(code, SearchWords.Of(typed).Code);

    [Theory]
    [InlineData(null, true)]
    [InlineData(" ", true)]
    [InlineData("a", true)]
    [InlineData("?!", true)]
    [InlineData("\uD83D", true)]
    [InlineData("7", false)]
    [InlineData("an", false)]
    [InlineData("22/4", false)]
    public void IsEmpty_OfTooLittle_IsTrue(string? typed, bool empty) => Assert.Equal(empty, SearchWords.Of(typed).IsEmpty);

    [Fact]
    public void Best_WhereSomethingFitsExactly_LeavesOutSlips()
    {
        SearchWords words = SearchWords.Of("hoang");
        string[] all = ["Nguyễn Văn Hồng", "Hoàng Thị Lan", "Lê Hoang", "Trần An"];
        Assert.Equal(["Hoàng Thị Lan", "Lê Hoang"], SearchWords.Best(all.Select(n => (n, words.Rank(n)))));
        Assert.Equal(["Nguyễn Văn Hồng"], SearchWords.Best(all[..1].Select(n => (n, words.Rank(n)))));
    }
}
