using QRCoder;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace NtmServerless.Browser.Tests.Journeys;

/// <summary>The code on a signing sheet is read in the browser.</summary>
public sealed class SheetCodeTests(BrowserApp app)
{
    [Fact]
    public Task Scan_OfASheet_FindsItsClassAndSession() => app.AsAsync(Size.Desktop, Who.LeadUnit, async visit =>
    {
        string code = $"NTM:{app.Year["holding"]}:1";
        using QRCodeGenerator generator = new();
        using QRCodeData qr = generator.CreateQrCode(code, QRCodeGenerator.ECCLevel.M);
        using PngByteQRCode picture = new(qr);
        await visit.GoAsync("/can-bo/ban-quet");

        await visit.Field("file").SetInputFilesAsync(new Microsoft.Playwright.FilePayload
        {
            Name = "phieu.png",
            MimeType = "image/png",
            Buffer = picture.GetGraphic(90),
        });

        await Expect(visit.Field("code")).ToHaveValueAsync(code);
    });
}
