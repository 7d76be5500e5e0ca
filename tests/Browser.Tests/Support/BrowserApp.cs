using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(NtmServerless.Browser.Tests.Support.BrowserApp))]

namespace NtmServerless.Browser.Tests.Support;

/// <summary>One browser, one Azurite, one process of the app with a year in many states, for all tests of this project.</summary>
public sealed class BrowserApp : IAsyncLifetime
{
    // Milliseconds; long because machines are slow.
    private const float Patience = 30_000;

    private const string Vietnamese = "vi-VN";

    private readonly AzuriteServer _azurite = new();
    private readonly string _data = Directory.CreateTempSubdirectory("ntm-browser-").FullName;
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromMinutes(3) };
    private readonly Dictionary<Who, Account> _accounts = [];
    private AppProcess? _app;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private SeededYear? _year;

    /// <summary>The classes, tours and reports that are there.</summary>
    internal SeededYear Year
    {
        get
        {
            Assert.SkipUnless(AzuriteServer.IsInstalled, "Azurite is not installed: run ./test.sh with a network once, or npm ci in tools/azurite.");
            Assert.SkipUnless(_browser is not null, "No Chromium is installed (looked for chromium, chromium-browser, google-chrome on the PATH).");
            return _year!;
        }
    }

    /// <summary>Asks the API what is there now.</summary>
    internal Api Administrator => new(_http, _app!.Address, _app.FirstKey);

    public async ValueTask InitializeAsync()
    {
        if (!AzuriteServer.IsInstalled) return;
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        _browser = await Chromium.LaunchAsync(_playwright);
        if (_browser is null) return;
        await _azurite.InitializeAsync();
        _app = await AppProcess.StartAsync(new AppOptions
        {
            Data = _data,
            Plan = YearSeed.WritePlan(_data),
            VirtualClock = YearSeed.Start,
            Storage = _azurite.ConnectionString,
            Settings = new Dictionary<string, string>
            {
                ["PublicRequestsPerMinute"] = "1000000",
                // Nobody answers there: what is to leave the house waits, and is seen to wait.
                ["Smtp__Host"] = "127.0.0.1",
                ["Smtp__Port"] = "9",
                ["Smtp__Security"] = "None",
                ["Smtp__From"] = "vpdp@example.vn",
            },
        });
        _year = await new YearSeed(Administrator, _app.HostKey).MakeAsync();
        foreach (Who who in Enum.GetValues<Who>().Where(w => w != Who.Villager)) _accounts[who] = await Account.MakeAsync(Administrator, who);
        _year["account"] = _accounts[Who.Committee].Id;
    }

    /// <summary>An account of somebody who may sign in; each call the same.</summary>
    internal Account AccountOf(Who who) => _accounts[who];

    /// <summary>Lets somebody use the app in a browser of their own; fails when the page complained in its console.</summary>
    /// <param name="scripts">False: as on a phone that runs none.</param>
    /// <param name="locale">The language of the browser itself.</param>
    internal async Task AsAsync(Size size, Who who, Func<Visit, Task> doing, bool scripts = true, string locale = Vietnamese)
    {
        Visit visit = await OpenAsync(size, who, scripts, locale);
        await using IBrowserContext context = visit.Context;
        await doing(visit);
        Assert.Empty(visit.Complaints);
    }

    /// <summary>A browser of somebody's own, signed in; whoever asks closes its context.</summary>
    internal async Task<Visit> OpenAsync(Size size, Who who, bool scripts = true, string locale = Vietnamese)
    {
        Assert.NotNull(Year);
        BrowserNewContextOptions options = size.Context(scripts, locale);
        options.BaseURL = _app!.Address.ToString();
        IBrowserContext context = await _browser!.NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        if (who != Who.Villager) await context.AddCookiesAsync(_accounts[who].Cookies);
        return new Visit(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        FakeCamera.PutAway();
        foreach (Account account in _accounts.Values) account.Dispose();
        if (_app is not null) await _app.DisposeAsync();
        await _azurite.DisposeAsync();
        _http.Dispose();
        Directory.Delete(_data, recursive: true);
    }
}
