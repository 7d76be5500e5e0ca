using NtmServerless.Domain.Characters;
using Xunit;

namespace NtmServerless.Domain.Tests.Characters;

/// <summary>What is no character becomes U+FFFD, each by itself; everything else stays.</summary>
public sealed class PlainTextTests
{
    // Not as data of a theory: attributes are stored as UTF-8, which has no halves.
    private static readonly (string Text, string Mended)[] Texts =
    [
        ("Hoàng Thị Lan", "Hoàng Thị Lan"), ("", ""), ("\uFFFD", "\uFFFD"), ("a\uD83D\uDE00b", "a\uD83D\uDE00b"),
        ("a\uD83D", "a\uFFFD"), ("\uD83Da", "\uFFFDa"), ("\uDE00\uD83D", "\uFFFD\uFFFD"), ("\uD83D\uD83D\uDE00", "\uFFFD\uD83D\uDE00"),
        ("\uFFFE\uFFFF", "\uFFFD\uFFFD"), ("\uFDCF\uFDD0\uFDE5\uFDEF\uFDF0", "\uFDCF\uFFFD\uFFFD\uFFFD\uFDF0"),
        ("\uD83F\uDFFE\uD83F\uDFFF\uD83F\uDFFDx", "\uFFFD\uFFFD\uFFFD\uFFFD\uD83F\uDFFDx"),
    ];

    [Fact]
    public void Mended_ReplacesWhatIsNoCharacter() => Assert.Equal(Texts.Select(t => t.Mended), Texts.Select(t => PlainText.Mended(t.Text)));

    [Fact]
    public void Mended_OfGoodText_IsTheSameObject()
    {
        string good = new('ễ', 3);
        Assert.Same(good, PlainText.Mended(good));
    }

    [Fact]
    public void Composed_AndDecomposed_AreEachOthersForm()
    {
        Assert.Equal("e\u0302\u0303", PlainText.Decomposed("ễ"));
        Assert.Equal("ễ", PlainText.Composed("e\u0302\u0303"));
        Assert.Equal("e\u0302\uFFFD", PlainText.Decomposed("ê\uD83D"));
        Assert.Equal("ê\uFFFD", PlainText.Composed("e\u0302\uDC00"));
    }

    [Theory]
    [InlineData("+84912345678 khong lien lac duoc", "+84912345678 khong lien lac duoc")]
    [InlineData("-1: absent subscriber", "-1: absent subscriber")]
    [InlineData("UNDELIV\nerr 5", "UNDELIV err 5")]
    [InlineData("\r\n a\u0000\u202Eb\u2028\uFFFDc ", "a b c")]
    [InlineData("\u0007", "")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void OneLine_OfAMachine_IsItsLetters(string? said, string line) => Assert.Equal(line, PlainText.OneLine(said, 300));

    [Fact]
    public void OneLine_TooLong_LosesItsEnd_ButNoHalfOfALetter()
    {
        Assert.Equal(300, PlainText.OneLine(new string('x', 1000), 300).Length);
        Assert.Equal("xx", PlainText.OneLine("xx\U0001F600", 3));
    }
}
