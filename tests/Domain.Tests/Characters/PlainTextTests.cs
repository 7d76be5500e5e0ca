using NtmServerless.Domain.Characters;
using Xunit;

namespace NtmServerless.Domain.Tests.Characters;

/// <summary>What is no character becomes U+FFFD, each by itself; everything else stays.</summary>
public sealed class PlainTextTests
{
    [Theory]
    [InlineData("Hoàng Thị Lan", "Hoàng Thị Lan")]
    [InlineData("a\uD83D\uDE00b", "a\uD83D\uDE00b")]
    [InlineData("a\uD83D", "a\uFFFD")]
    [InlineData("\uD83Da", "\uFFFDa")]
    [InlineData("\uDE00\uD83D", "\uFFFD\uFFFD")]
    [InlineData("\uD83D\uD83D\uDE00", "\uFFFD\uD83D\uDE00")]
    [InlineData("\uFFFE\uFFFF", "\uFFFD\uFFFD")]
    [InlineData("\uFFFD", "\uFFFD")]
    [InlineData("\uFDCF\uFDD0\uFDE5\uFDEF\uFDF0", "\uFDCF\uFFFD\uFFFD\uFFFD\uFDF0")]
    [InlineData("\uD83F\uDFFE\uD83F\uDFFF\uD83F\uDFFDx", "\uFFFD\uFFFD\uFFFD\uFFFD\uD83F\uDFFDx")]
    [InlineData("", "")]
    public void Mended_ReplacesWhatIsNoCharacter(string text, string mended) => Assert.Equal(mended, PlainText.Mended(text));

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
}
