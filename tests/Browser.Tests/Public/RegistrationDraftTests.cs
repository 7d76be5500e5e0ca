using Microsoft.Playwright;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.Browser.Tests.Public;

/// <summary>What the registration form does beyond the server where scripts run: drafts, and a line that is gone.</summary>
public sealed class RegistrationDraftTests : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";
    private readonly string _data = Directory.CreateTempSubdirectory("ntm-drafts-").FullName;
    private AppProcess? _app;
    private IPlaywright? _playwright;
    private IBrowserContext? _phone;
    private IPage _page = null!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(AzuriteServer.IsInstalled, "Azurite is not installed: run ./test.sh with a network once, or npm ci in tools/azurite.");
        Assert.SkipUnless(File.Exists(Chromium), $"There is no {Chromium}.");
        _app = await AppProcess.StartAsync(new AppOptions { Data = _data });
        _playwright = await Playwright.CreateAsync();
        IBrowser browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox"] });
        _phone = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 390, Height = 844 }, BaseURL = _app.Address.ToString() });
        _page = await _phone.NewPageAsync();
        await _page.GotoAsync("/");
        await _page.Locator(".card a").First.ClickAsync();
        await _page.Locator("main a.button").First.ClickAsync();
    }

    [Fact]
    public async Task Draft_AfterAReload_IsThereUntilItIsClearedOrTaken()
    {
        await TypeAsync();
        await _page.ReloadAsync();
        Assert.Equal("Nông Thị Lan", await _page.InputValueAsync("#o-fullName"));
        Assert.True(await _page.IsCheckedAsync("#o-sex-female"));

        await _page.ClickAsync("[data-draft-clear]");
        Assert.Equal("", await _page.InputValueAsync("#o-fullName"));
        await _page.ReloadAsync();
        Assert.Equal("", await _page.InputValueAsync("#o-fullName"));

        string form = _page.Url;
        await TypeAsync();
        await SendAsync();
        await _page.WaitForURLAsync("**/phieu/**");
        await _page.GotoAsync(form);
        Assert.Equal("", await _page.InputValueAsync("#o-fullName"));
    }

    [Fact]
    public async Task Draft_OlderThanADay_IsForgotten()
    {
        await TypeAsync();
        await _page.EvaluateAsync("""
            () => { for (const name of Object.keys(localStorage)) {
              const draft = JSON.parse(localStorage.getItem(name));
              localStorage.setItem(name, JSON.stringify({ ...draft, at: draft.at - 25 * 60 * 60 * 1000 }));
            } }
            """);
        await _page.ReloadAsync();
        Assert.Equal("", await _page.InputValueAsync("#o-fullName"));
        Assert.Equal(0, await _page.EvaluateAsync<int>("() => localStorage.length"));
    }

    [Fact]
    public async Task Send_WithoutAConnection_KeepsEverythingAndSaysSo()
    {
        await TypeAsync();
        await _phone!.SetOfflineAsync(true);
        await SendAsync();
        await Assertions.Expect(_page.Locator("[data-offline]")).ToBeVisibleAsync();
        Assert.Equal("Nông Thị Lan", await _page.InputValueAsync("#o-fullName"));
        await _phone.SetOfflineAsync(false);
        await Assertions.Expect(_page.Locator("[data-offline]")).ToBeHiddenAsync();
        await SendAsync();
        await _page.WaitForURLAsync("**/phieu/**");
        await Assertions.Expect(_page.Locator(".code")).ToBeVisibleAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_phone is not null) await _phone.Browser!.CloseAsync();
        _playwright?.Dispose();
        if (_app is not null)
        {
            // By Ctrl-C, so that its Azurite ends with it.
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        Directory.Delete(_data, recursive: true);
    }

    private async Task TypeAsync()
    {
        await _page.FillAsync("#o-fullName", "Nông Thị Lan");
        await _page.FillAsync("#o-birthYear", "1979");
        await _page.CheckAsync("#o-sex-female");
        await _page.FillAsync("#o-village", "Nà Pài");
        await _page.SelectOptionAsync("#o-unitId", "xa-gia-cat");
        await _page.SelectOptionAsync("#o-audience", new SelectOptionValue { Index = 1 });
        await _page.CheckAsync("#o-consent");
    }

    private Task SendAsync() => _page.Locator("main form .actions button:not([type])").ClickAsync();
}
