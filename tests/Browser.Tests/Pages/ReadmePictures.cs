using Microsoft.Playwright;
using Xunit;

namespace NtmServerless.Browser.Tests.Pages;

/// <summary>The pictures of README, of a year that is rehearsed to its middle: scripts/pictures.sh.</summary>
public sealed class ReadmePictures
{
    private const string Folder = "NTM_PICTURES";
    private const string Address = "NTM_PICTURES_ADDRESS";
    private const string Code = "NTM_PICTURES_CODE";

    [Fact]
    public async Task Page_EachOneOfReadme_IsWrittenAsAPicture()
    {
        string? folder = Environment.GetEnvironmentVariable(Folder);
        Assert.SkipWhen(string.IsNullOrEmpty(folder), $"Pictures are made by scripts/pictures.sh, which sets {Folder}.");
        Uri address = new(Environment.GetEnvironmentVariable(Address)!);
        using SignedIn officer = SignedIn.Nobody(address);
        string password = "một câu dài của " + Guid.NewGuid();
        await officer.PostFormAsync("/lan-dau",
            [("code", Environment.GetEnvironmentVariable(Code)!), ("userName", "ha.nguyen"), ("displayName", "Nguyễn Thị Hà"), ("password", password)]);
        (await officer.GetAsync("/can-bo")).Must(System.Net.HttpStatusCode.OK);

        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser? browser = await Chromium.LaunchAsync(playwright);
        Assert.NotNull(browser);
        await TakeAsync(Size.Phone, "villager", "/");
        await TakeAsync(Size.Desktop, "home", "/can-bo");
        await TakeAsync(Size.Desktop, "progress", "/can-bo/tien-do");
        await TakeAsync(Size.Desktop, "report", await ReportAsync());

        // The one that waits for a decision.
        async Task<string> ReportAsync() => "/can-bo/bao-cao/" + (await officer.GetAsync("/api/plans/caoloc-2024/reports")).Json.AsArray()
            .Last(r => r!["stage"]!.GetValue<string>() == "submitted")!["id"]!.GetValue<string>();

        async Task TakeAsync(Size size, string name, string path)
        {
            BrowserNewContextOptions options = size.Context(scripts: true, "vi-VN");
            options.BaseURL = address.ToString();
            options.ViewportSize!.Height = size == Size.Phone ? 844 : 900;
            await using IBrowserContext context = await browser.NewContextAsync(options);
            if (size == Size.Desktop) await context.AddCookiesAsync(Account.CookiesOf(officer));
            IPage page = await context.NewPageAsync();
            await page.GotoAsync(path);
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
        }
    }
}
