using NtmServerless.Domain.Languages;
using Xunit;

namespace NtmServerless.Domain.Tests.Languages;

/// <summary>What a translator may send back.</summary>
public sealed class LanguageTextsTests
{
    private static readonly Dictionary<string, string> Vietnamese = new() { ["public.a"] = "Lớp {class}", ["public.b"] = "Đăng ký" };

    [Fact]
    public void Texts_ThatAreTranslated_AreKept_EmptyAndUntouchedOnesAreNot() => Assert.Equal(
        new Dictionary<string, string> { ["public.a"] = "Lap {class}" },
        LanguageTexts.Read([new(2, "public.a", "Lap {class}"), new(3, "public.b", ""), new(4, "", "gì đó"), new(5, "public.b", "Đăng ký")], Vietnamese));

    [Theory]
    [InlineData("public.c", "x", "language-key")]
    [InlineData("public.a", "Lap", "language-missing")]
    [InlineData("public.b", "Dang {class}", "language-unknown")]
    [InlineData("public.b", "a\u0007b", "language-letters")]
    public void Text_ThatCannotStand_IsNamedByItsLine(string key, string text, string code)
    {
        FieldError error = Assert.Single(Assert.Throws<InvalidInputException>(() => LanguageTexts.Read([new(7, key, text)], Vietnamese)).Errors);
        Assert.Equal((code, "file"), (error.Code, error.Field));
        Assert.Contains(("line", (object)7), error.Facts);
    }

    [Fact]
    public void Key_ThatStandsTwice_IsRefused() => Assert.Equal("language-twice", Assert.Single(
        Assert.Throws<InvalidInputException>(() => LanguageTexts.Read([new(2, "public.b", "a"), new(3, "public.b", "b")], Vietnamese)).Errors).Code);

    [Theory]
    [InlineData("tyz", true)]
    [InlineData("nut", true)]
    [InlineData("vi", false)]
    [InlineData("Tày", false)]
    [InlineData("", false)]
    public void Tag_IsOneOfALanguage(string tag, bool fits) => Assert.Equal(fits, Language.IsTag(tag));
}
