using CsCheck;
using Xunit;

namespace NtmServerless.Documents.Tests.Writing;

public sealed class NumberWordsTests
{
    private static readonly string[] Digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

    [Theory]
    [InlineData(0, "không")]
    [InlineData(1, "một")]
    [InlineData(10, "mười")]
    [InlineData(11, "mười một")]
    [InlineData(14, "mười bốn")]
    [InlineData(15, "mười lăm")]
    [InlineData(20, "hai mươi")]
    [InlineData(21, "hai mươi mốt")]
    [InlineData(24, "hai mươi tư")]
    [InlineData(25, "hai mươi lăm")]
    [InlineData(55, "năm mươi lăm")]
    [InlineData(100, "một trăm")]
    [InlineData(101, "một trăm linh một")]
    [InlineData(104, "một trăm linh bốn")]
    [InlineData(105, "một trăm linh năm")]
    [InlineData(110, "một trăm mười")]
    [InlineData(115, "một trăm mười lăm")]
    [InlineData(1_000, "một nghìn")]
    [InlineData(1_005, "một nghìn không trăm linh năm")]
    [InlineData(2_024, "hai nghìn không trăm hai mươi tư")]
    [InlineData(19_750_000, "mười chín triệu bảy trăm năm mươi nghìn")]
    [InlineData(1_000_000_005, "một tỷ không trăm linh năm")]
    [InlineData(12_000_000_000_000, "mười hai nghìn tỷ")]
    [InlineData(-21, "âm hai mươi mốt")]
    public void Number_IsReadAsInTheNorth(long number, string words) => Assert.Equal(words, NumberWords.Of(number));

    [Fact]
    public void Number_ReadBack_IsTheSame() => Gen.Long.Sample(n => Read(NumberWords.Of(n)) == n, iter: 20_000);

    [Fact]
    public void SmallNumber_ReadBack_IsTheSame()
    {
        for (int n = 0; n <= 100_000; n++) Assert.Equal(n, Read(NumberWords.Of(n)));
    }

    [Fact]
    public void Words_FollowTheRules() => Gen.Long[0, 999_999_999_999].Sample(n =>
    {
        string[] words = NumberWords.Of(n).Split(' ');
        for (int i = 0; i < words.Length; i++)
        {
            string before = i > 0 ? words[i - 1] : "";
            if (words[i] is "mốt" or "tư") Assert.Equal("mươi", before);
            if (words[i] == "lăm") Assert.Contains(before, (string[])["mươi", "mười"]);
            if (before == "mươi") Assert.DoesNotContain(words[i], (string[])["một", "bốn", "năm"]);
            if (words[i] == "linh") Assert.Equal("trăm", before);
            if (words[i] == "mươi") Assert.DoesNotContain(before, (string[])["không", "một"]);
        }
    }, iter: 20_000);

    [Theory]
    [InlineData("0912 345 678", "không chín một hai ba bốn năm sáu bảy tám")]
    [InlineData("", "")]
    public void Telephone_IsReadDigitByDigit(string digits, string words) => Assert.Equal(words, NumberWords.DigitByDigit(digits));

    // The words say their unit, so they can be added up without knowing how they were made.
    private static long Read(string text)
    {
        Int128 sum = 0, sinceBillion = 0, group = 0;
        string[] words = text.Split(' ');
        foreach (string word in words.SkipWhile(w => w == "âm"))
        {
            switch (word)
            {
                case "linh": break;
                case "mười": group += 10; break;
                case "mươi": group += group % 10 * 9; break;
                case "trăm": group *= 100; break;
                case "nghìn": sinceBillion += group * 1_000; group = 0; break;
                case "triệu": sinceBillion += group * 1_000_000; group = 0; break;
                case "tỷ": sum = (sum + sinceBillion + group) * 1_000_000_000; sinceBillion = group = 0; break;
                case "mốt": group += 1; break;
                case "tư": group += 4; break;
                case "lăm": group += 5; break;
                default: group += Array.IndexOf(Digits, word); break;
            }
        }

        return (long)((sum + sinceBillion + group) * (words[0] == "âm" ? -1 : 1));
    }
}
