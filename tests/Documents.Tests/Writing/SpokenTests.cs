using Xunit;

namespace NtmServerless.Documents.Tests.Writing;

public sealed class SpokenTests
{
    private static readonly SpokenText Spoken = new(DocumentWords.Vietnamese.Under("spoken."));

    [Theory]
    [InlineData(0, "Không đồng")]
    [InlineData(50_000_000, "Năm mươi triệu đồng chẵn")]
    [InlineData(19_750_000, "Mười chín triệu bảy trăm năm mươi nghìn đồng chẵn")]
    [InlineData(12_250_500, "Mười hai triệu hai trăm năm mươi nghìn năm trăm đồng")]
    public void Amount_IsWrittenInWords(long amount, string words) => Assert.Equal(words, AmountWords.Of(amount));

    [Theory]
    [InlineData(7, 30, "bảy giờ ba mươi phút sáng")]
    [InlineData(11, 0, "mười một giờ trưa")]
    [InlineData(13, 30, "một giờ ba mươi phút chiều")]
    [InlineData(17, 0, "năm giờ chiều")]
    [InlineData(19, 5, "bảy giờ năm phút tối")]
    public void Hour_IsSaidWithItsPartOfTheDay(int hour, int minute, string words) => Assert.Equal(words, SpokenTime.Hour(SampleClass.At(5, 20, hour, minute)));

    [Theory]
    [InlineData(2024, 5, 20, "thứ Hai, ngày hai mươi tháng năm năm hai nghìn không trăm hai mươi tư")]
    [InlineData(2024, 4, 7, "Chủ nhật, ngày mùng bảy tháng tư năm hai nghìn không trăm hai mươi tư")]
    public void Day_IsSaidInWords(int year, int month, int day, string words) => Assert.Equal(words, SpokenTime.Day(new DateOnly(year, month, day)));

    [Theory]
    [InlineData("UBND xã, BCĐ xây dựng NTM", "Ủy ban nhân dân xã, Ban Chỉ đạo xây dựng nông thôn mới")]
    [InlineData("Phòng VH&TT, Trung tâm VH-TT&TT", "Phòng Văn hóa và Thông tin, Trung tâm Văn hóa, Thể thao và Truyền thông")]
    [InlineData("giai đoạn 2015 - 2023", "giai đoạn hai nghìn không trăm mười lăm đến hai nghìn không trăm hai mươi ba")]
    [InlineData("thứ Hai, ngày 20/5/2024", "thứ Hai, ngày hai mươi tháng năm năm hai nghìn không trăm hai mươi tư")]
    [InlineData("ngày 20/05/2024", "thứ Hai, ngày hai mươi tháng năm năm hai nghìn không trăm hai mươi tư")]
    [InlineData("Trong quý II, III năm 2024", "Trong quý hai, ba năm hai nghìn không trăm hai mươi tư")]
    [InlineData("Quý III/2024, tháng 5/2024", "Quý ba năm hai nghìn không trăm hai mươi tư, tháng năm năm hai nghìn không trăm hai mươi tư")]
    [InlineData("25,6% số hộ", "hai mươi lăm phẩy sáu phần trăm số hộ")]
    [InlineData("số 12/QĐ", "số mười hai trên QĐ")]
    [InlineData("gọi số 0912345678", "gọi số không chín một hai ba bốn năm sáu bảy tám")]
    [InlineData("1.250.000 đồng", "một triệu hai trăm năm mươi nghìn đồng")]
    [InlineData("03 buổi", "ba buổi")]
    [InlineData("ngày 31/02/2024", "ngày ba mươi mốt/hai/hai nghìn không trăm hai mươi tư")]
    public void Text_CanBeReadAloud(string written, string said) => Assert.Equal(said, Spoken.Of(written));

    [Fact]
    public void Script_HasNoFigureAndNoAbbreviationLeftToWorkOut()
    {
        using OpenedDocument document = new(Samples.All["loudspeaker"]());
        string[] said = [.. document.Texts.SkipWhile(t => !t.StartsWith("Kính thưa", StringComparison.Ordinal)).TakeWhile(t => t != "Nơi nhận:")];
        Assert.True(said.Length > 10);
        Assert.All(said, line =>
        {
            Assert.False(line.Any(char.IsAsciiDigit), line);
            Assert.DoesNotMatch(@"\p{Lu}{2,}", line);
        });
        Assert.Contains(said, l => l.StartsWith("Buổi thứ nhất: từ bảy giờ ba mươi phút sáng đến mười một giờ trưa, thứ Hai, ngày hai mươi tháng năm", StringComparison.Ordinal));
    }
}
