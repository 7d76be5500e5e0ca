using Microsoft.AspNetCore.DataProtection;
using Xunit;

namespace NtmServerless.Functions.Tests.Registrations;

public sealed class ReceiptTokensTests
{
    private readonly EphemeralDataProtectionProvider _keys = new();
    private readonly Clock _clock = new();

    [Fact]
    public void Token_ReadWithinItsTime_GivesClassAndCode()
    {
        ReceiptTokens tokens = new(_keys, _clock);
        string token = tokens.Make(new("c0123456789abcde"), "NQCS0H0B");
        Assert.NotEqual(token, tokens.Make(new("c0123456789abcde"), "NQCS0H0B"));
        _clock.Now += ReceiptTokens.Lifetime;
        Assert.Equal(("c0123456789abcde", "NQCS0H0B"), tokens.Read(token));
        Assert.All(token, c => Assert.True(char.IsAsciiLetterOrDigit(c) || c is '-' or '_'));
    }

    [Fact]
    public void Token_AfterItsTime_IsGone()
    {
        ReceiptTokens tokens = new(_keys, _clock);
        string token = tokens.Make(new("c0123456789abcde"), "NQCS0H0B");
        _clock.Now += ReceiptTokens.Lifetime + TimeSpan.FromSeconds(1);
        ReceiptException gone = Assert.Throws<ReceiptException>(() => tokens.Read(token));
        Problem told = new Problems(new VietnameseTexts()).Of(gone);
        Assert.Equal((410, "receipt-expired"), (told.Status, told.Code));
    }

    [Theory]
    [InlineData("")]
    [InlineData("khong-phai-ma")]
    [InlineData("Đăng ký")]
    [InlineData("====")]
    public void Token_NotMadeHere_IsUnknown(string token) =>
        Assert.Equal(404, new Problems(new VietnameseTexts()).Of(Assert.Throws<ReceiptException>(() => new ReceiptTokens(_keys, _clock).Read(token))).Status);

    [Fact]
    public void Token_OfAnotherAppOrPurpose_IsUnknown()
    {
        string foreign = new ReceiptTokens(new EphemeralDataProtectionProvider(), _clock).Make(new("c0123456789abcde"), "NQCS0H0B");
        Assert.False(Assert.Throws<ReceiptException>(() => new ReceiptTokens(_keys, _clock).Read(foreign)).Expired);
        string otherPurpose = System.Buffers.Text.Base64Url.EncodeToString(_keys.CreateProtector("cookie").Protect(new byte[20]));
        Assert.False(Assert.Throws<ReceiptException>(() => new ReceiptTokens(_keys, _clock).Read(otherPurpose)).Expired);
    }

    [Fact]
    public void PracticePage_EachStep_HasWords() => Assert.All(
        Enum.GetNames<ClassStep>(), step => Assert.True(new VietnameseTexts().Has("practice.step-" + System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(step)), step));

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2024, 4, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
