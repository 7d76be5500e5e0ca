using System.Net;
using System.Net.Http.Headers;
using Xunit;

namespace NtmServerless.Functions.Tests.Startup;

/// <summary>The records' storage does not answer yet when the app starts; the host's own does.</summary>
public sealed class OpeningTests : IAsyncLifetime
{
    private const int Stop = 19;
    private const int Continue = 18;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    private readonly AzuriteServer _hosts = new(), _records = new();
    private readonly string _data = Directory.CreateTempSubdirectory("ntm-opening-").FullName;
    private readonly HttpClient _http = new();

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals of Linux.");
        Assert.SkipUnless(AzuriteServer.IsInstalled, "Azurite is not installed.");
        await Task.WhenAll(_hosts.InitializeAsync().AsTask(), _records.InitializeAsync().AsTask());
    }

    [Fact]
    public async Task App_WhoseStorageIsAway_AsksForPatienceAndOpensByItself()
    {
        AppProcess.Signal(_records.Pid, Stop);
        // As on the official host: it is asked before it is open.
        await using AppProcess app = await AppProcess.StartAsync(Options(null, ("OpenBeforeAnswering", "false")));
        Api anybody = new(_http, app.Address);

        Answer page = await anybody.SendAsync(HttpMethod.Get, "/", null, ("Accept", "text/html"));
        Answer health = await anybody.GetAsync("/api/health");
        Answer form = await anybody.SendAsync(HttpMethod.Post, "/tra-cuu", new FormUrlEncodedContent([new("ma", "ABC")]));
        Answer style = await anybody.GetAsync("/tai-nguyen/ntm.css");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "text/html"), (page.Status, page.MediaType));
        Assert.Contains("Ứng dụng đang chuẩn bị", WebUtility.HtmlDecode(page.Text), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "not-open-yet"), (health.Status, health.Problem));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, form.Status);
        Assert.All((HttpResponseHeaders[])[page.Headers, health.Headers, form.Headers], h => Assert.True(h.RetryAfter!.Delta > TimeSpan.Zero));
        Assert.Equal(HttpStatusCode.OK, style.Status);

        AppProcess.Signal(_records.Pid, Continue);
        await Eventually.TrueAsync(async () => (await anybody.GetAsync("/api/health")).Status == HttpStatusCode.OK, Limit, "the app opens");
        Assert.StartsWith("ntm_", app.FirstKey, StringComparison.Ordinal);
        await anybody.As(app.FirstKey).OpenClassAsync();
    }

    [Fact]
    public async Task App_WhoseStorageIsAway_IsAnnouncedOnThePcWhenItIsOpen()
    {
        AppProcess.Signal(_records.Pid, Stop);
        await using AppProcess app = AppProcess.Begin(Options());
        await Eventually.TrueAsync(() => Task.FromResult(app.Output.Contains("Chưa mở được", StringComparison.Ordinal)), Limit, "it says why it is not open");
        Assert.DoesNotContain("http://127.0.0.1", app.Output, StringComparison.Ordinal);
        Assert.False(app.HasExited);

        AppProcess.Signal(_records.Pid, Continue);
        await app.ReadyAsync();
        Assert.Equal(HttpStatusCode.OK, (await new Api(_http, app.Address).GetAsync("/api/health")).Status);
    }

    [Fact]
    public async Task App_ThatTheStorageRefuses_SaysSoAndWaits()
    {
        string wrongKey = Convert.ToBase64String(new byte[64]);
        string refused = System.Text.RegularExpressions.Regex.Replace(_records.ConnectionString, "AccountKey=[^;]+", "AccountKey=" + wrongKey);
        await using AppProcess app = AppProcess.Begin(Options(refused));

        await Eventually.TrueAsync(() => Task.FromResult(app.Output.Contains("403", StringComparison.Ordinal)), Limit, "it says that it was refused");
        Assert.False(app.HasExited);
    }

    public async ValueTask DisposeAsync()
    {
        if (AzuriteServer.IsInstalled && OperatingSystem.IsLinux()) AppProcess.Signal(_records.Pid, Continue);
        await _hosts.DisposeAsync();
        await _records.DisposeAsync();
        _http.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private AppOptions Options(string? records = null, params (string Name, string Value)[] settings) => new()
    {
        Data = _data,
        Plan = TestPlan.WriteTo(_data),
        VirtualClock = "2024-03-01T07:00:00+07:00",
        Storage = _hosts.ConnectionString,
        Settings = new Dictionary<string, string>([new("RecordsStorage", records ?? _records.ConnectionString), .. settings.Select(s => KeyValuePair.Create(s.Name, s.Value))]),
    };
}
