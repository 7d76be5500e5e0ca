using System.Text;
using CsCheck;
using Xunit;

namespace NtmServerless.Domain.Tests.Rules;

public sealed class ChecksTests
{
    private static readonly Gen<string> AnyText = Gen.Char.Array[0, 40].Select(letters => new string(letters));

    [Theory]
    [InlineData("Lường Văn Ba", "Lường Văn Ba")]
    [InlineData("  Lường   Văn Ba ", "Lường Văn Ba")]
    [InlineData("Thôn 3/2 (mới)", "Thôn 3/2 (mới)")]
    [InlineData("H'Mông - Dao", "H'Mông - Dao")]
    [InlineData("𠀀 Nôm", "𠀀 Nôm")]
    public void Text_OfWhatPeopleWrite_ComesBackClean(string typed, string clean)
    {
        Checks checks = new();
        Assert.Equal(clean, checks.Text("f", typed, 40));
        checks.ThrowIfAny();
    }

    [Theory]
    [InlineData(" Mưa lũ.\nĐường sạt. ", "Mưa lũ.\nĐường sạt.", null)]
    [InlineData(null, "", "required")]
    [InlineData("  ", "", "required")]
    [InlineData("Ba\u0000", "", "control-character")]
    [InlineData("12345678901234567890123", "", "too-long")]
    public void RequiredParagraphs_OfWhatIsTyped_ComeBackOrNameOneFault(string? typed, string clean, string? code)
    {
        Checks checks = new();
        Assert.Equal(clean, checks.RequiredParagraphs("f", typed, 22));
        Assert.Equal(code, checks.Errors.SingleOrDefault()?.Code);
    }

    [Fact]
    public void Value_ThatIsThere_ComesBack_AndOneThatIsMissingIsRequired()
    {
        Checks checks = new();
        Assert.Equal(7, checks.Value<int>("here", 7));
        Assert.Equal(0, checks.Value<int>("zero", 0));
        Assert.Equal(0, checks.Value<int>("gone", null));
        FieldError error = Assert.Single(checks.Errors);
        Assert.Equal(("gone", "required"), (error.Field, error.Code));
    }

    [Theory]
    [InlineData(null, "required")]
    [InlineData("", "required")]
    [InlineData(" \t ", "required")]
    [InlineData("Ba\u0000", "control-character")]
    [InlineData("Ba\nBốn", "control-character")]
    [InlineData("Ba\u0085", "control-character")]
    [InlineData("Ba\u202Egpj.exe", "control-character")]
    [InlineData("Ba\u2066x\u2069", "control-character")]
    [InlineData("Ba\u2028Bốn", "control-character")]
    [InlineData("Ba\uFFFEx", "control-character")]
    [InlineData("=HYPERLINK(1)", "formula")]
    [InlineData("  +84", "formula")]
    [InlineData("-1", "formula")]
    [InlineData("@SUM(A1)", "formula")]
    [InlineData("12345678901", "too-long")]
    public void Text_OfWhatIsRefused_NamesFieldAndCodeOnce(string? typed, string code)
    {
        Checks checks = new();
        checks.Text("f", typed, code == "too-long" ? 10 : 40);
        FieldError error = Assert.Single(Refused(checks));
        Assert.Equal(("f", code), (error.Field, error.Code));
    }

    [Theory]
    [InlineData('\uD800', 'x')]
    [InlineData('x', '\uD800')]
    [InlineData('\uDC00', '\uD800')]
    public void Text_WithALoneSurrogate_IsRefused(char first, char second)
    {
        Checks checks = new();
        checks.OptionalText("f", new string([first, second]), 40);
        Assert.Equal("control-character", Assert.Single(Refused(checks)).Code);
    }

    [Fact]
    public void Text_InNfdAndInNfc_IsOneText()
    {
        Checks checks = new();
        Assert.Equal("Nguyễn Thị Hường", checks.Text("f", "Nguyễn Thị Hường".Normalize(NormalizationForm.FormD), 16));
        checks.ThrowIfAny();
    }

    [Fact]
    public void Texts_InNfd_AreMeasuredAsTheyAreKept()
    {
        string longest = string.Concat(Enumerable.Repeat("ộ", 20));
        Checks checks = new();
        Assert.Equal(longest, checks.Text("f", longest.Normalize(NormalizationForm.FormD), 20));
        Assert.Equal(longest, checks.Paragraphs("g", longest.Normalize(NormalizationForm.FormD), 20));
        checks.ThrowIfAny();
    }

    [Fact]
    public void Text_OfAnything_NeverThrowsAndFitsOrIsRefused() => AnyText.Sample(typed =>
    {
        Checks checks = new();
        string clean = checks.Text("f", typed, 20);
        string again = new Checks().Text("f", clean, 20);
        return again == clean && clean.Length <= 20 && clean.IsNormalized(NormalizationForm.FormC) && (clean.Length > 0 || Refused(checks).Count == 1);
    });

    [Fact]
    public void Paragraphs_KeepLinesAndRefuseTheRest()
    {
        Checks checks = new();
        Assert.Equal("a\n\tb\r\nc", checks.Paragraphs("f", " a\n\tb\r\nc ", 20));
        Assert.Null(checks.Paragraphs("f", " \n ", 20));
        checks.ThrowIfAny();
        checks.Paragraphs("bell", "a\u0007", 20);
        checks.Paragraphs("long", new string('a', 21), 20);
        Assert.Equal([("bell", "control-character"), ("long", "too-long")], Refused(checks).Select(e => (e.Field, e.Code)));
    }

    [Fact]
    public void Paragraphs_OfAnything_NeverThrow() => AnyText.Sample(typed => new Checks().Paragraphs("f", typed, 20) is null or { Length: > 0 and <= 20 });

    [Fact]
    public void TenMegabytes_AreTooLong()
    {
        Checks checks = new();
        checks.Text("f", new string('a', 10_000_000), 100);
        FieldError error = Assert.Single(Refused(checks));
        Assert.Equal(("too-long", ("limit", (object)100)), (error.Code, error.Facts[0]));
    }

    private static IReadOnlyList<FieldError> Refused(Checks checks) => Assert.Throws<InvalidInputException>(checks.ThrowIfAny).Errors;
}
