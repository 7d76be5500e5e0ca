using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using NtmServerless.LocalHost.Startup;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Host.Support;

/// <summary>A real host in this process, on a free port and a data folder of its own, with tests/ProbeApp as its worker.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private readonly LaunchOptions _options;
    private readonly TemporaryFolder? _ownFolder;

    private RunningHost(LocalHostApp app, LaunchOptions options, TemporaryFolder? ownFolder)
    {
        (App, _options, _ownFolder) = (app, options, ownFolder);
        Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(app.Address) };
    }

    /// <summary>Where the solution builds the probe app.</summary>
    public static string ProbeApp { get; } = Path.Combine(
        AzuriteServer.RepositoryRoot(), "tests", "ProbeApp", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0");

    public LocalHostApp App { get; }

    public HttpClient Http { get; }

    public ProbeNotes Notes => new(_options.DataFolder);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>On the storage given, or on an Azurite of the folder.</summary>
    public static LaunchOptions Options(string folder, AzuriteServer? azurite = null) => new()
    {
        App = ProbeApp,
        DataFolder = folder,
        Port = 0,
        StorageSuffix = Guid.NewGuid().ToString("N"),
        Settings = new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = azurite?.ConnectionString,
            ["Probe"] = folder,
            ["Logging:LogLevel:Default"] = "None",
        },
    };

    public static async Task<RunningHost> StartAsync(AzuriteServer? azurite = null)
    {
        TemporaryFolder folder = new();
        return await StartAsync(Options(folder.Path, azurite), folder);
    }

    public static async Task<RunningHost> StartAsync(LaunchOptions options, TemporaryFolder? ownFolder = null)
    {
        LocalHostApp app = await Launch.BuildAsync(options);
        await app.StartAsync(Cancelled);
        return new RunningHost(app, options, ownFolder);
    }

    public async Task<string> GetAsync(string path) => await Http.GetStringAsync(new Uri(path, UriKind.Relative), Cancelled);

    public async Task<string> PostAsync(string path, string body = "")
    {
        using StringContent content = new(body);
        using HttpResponseMessage answer = await Http.PostAsync(new Uri(path, UriKind.Relative), content, Cancelled);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(Cancelled);
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using HttpRequestMessage request = new(method, new Uri(path, UriKind.Relative));
        foreach ((string name, string value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancelled);
    }

    /// <summary>Calls the host's own API with its key.</summary>
    public async Task<HttpResponseMessage> AdminAsync(HttpMethod method, string path, string? body = null)
    {
        using HttpRequestMessage request = new(method, new Uri("/admin" + path, UriKind.Relative));
        request.Headers.Add("x-functions-key", await File.ReadAllTextAsync(Path.Combine(_options.DataFolder, "host-key"), Cancelled));
        request.Content = body is null ? null : new StringContent(body);
        return await Http.SendAsync(request, Cancelled);
    }

    public async Task<JsonElement> AdminJsonAsync(HttpMethod method, string path, string? body = null)
    {
        using HttpResponseMessage answer = await AdminAsync(method, path, body);
        return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Cancelled);
    }

    public Task<JsonElement> StatusAsync() => AdminJsonAsync(HttpMethod.Get, "/host/status");

    public async Task AdvanceAsync(DateTimeOffset until)
    {
        JsonElement moved = await AdminJsonAsync(HttpMethod.Post, "/host/clock", $$"""{"until":"{{until:O}}"}""");
        Assert.InRange(moved.GetProperty("now").GetDateTimeOffset(), until, until.AddMinutes(1));
    }

    /// <summary>SIGKILL: nothing of the app's process runs any more code. Comes back when another process is there.</summary>
    public async Task KillWorkerAsync()
    {
        int killed = (await StatusAsync()).GetProperty("worker").GetInt32();
        using Process worker = Process.GetProcessById(killed);
        worker.Kill();
        await Eventually.TrueAsync(
            async () => (await StatusAsync()).GetProperty("worker").GetInt32() != killed, TimeSpan.FromSeconds(30), "the host starts another worker");
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await App.DisposeAsync();
        _ownFolder?.Dispose();
    }
}
