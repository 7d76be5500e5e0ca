using System.Text.Json.Nodes;
using Xunit;

[assembly: AssemblyFixture(typeof(NtmServerless.Functions.Tests.Support.RunningApp))]

namespace NtmServerless.Functions.Tests.Support;

/// <summary>One Azurite and one process of the app for all tests of this project, on a virtual clock.</summary>
public sealed class RunningApp : IAsyncLifetime
{
    private readonly AzuriteServer _azurite = new();
    private readonly string _data = Directory.CreateTempSubdirectory("ntm-app-").FullName;
    // Months on a clock with the classes of all tests take minutes on a busy machine.
    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 300 }) { Timeout = TimeSpan.FromMinutes(10) };
    private readonly Dictionary<string, string> _keys = [];
    private readonly SemaphoreSlim _oneKey = new(1);
    private AppProcess? _app;

    /// <remarks>Where Azurite is not installed, whoever asks is skipped, by name and with the reason.</remarks>
    public AppProcess Process => _azurite.ConnectionString.Length > 0 ? _app! : throw new InvalidOperationException("No storage.");

    public string Storage => _azurite.ConnectionString;

    /// <summary>Anybody, without a key.</summary>
    public Api Public => new(_http, Process.Address);

    public Api Administrator => Public.As(Process.FirstKey);

    public async ValueTask InitializeAsync()
    {
        if (!AzuriteServer.IsInstalled) return;
        await _azurite.InitializeAsync();
        _app = await AppProcess.StartAsync(new AppOptions
        {
            Data = _data,
            Plan = TestPlan.WriteTo(_data),
            VirtualClock = "2024-03-01T07:00:00+07:00",
            Storage = _azurite.ConnectionString,
            Settings = new Dictionary<string, string>
            {
                ["PublicRequestsPerMinute"] = "1000000",
                ["FailedSignInsPerMinute"] = "1000000",
                // Nobody answers there: what is to leave the house waits.
                ["Smtp__Host"] = "127.0.0.1",
                ["Smtp__Port"] = "9",
                ["Smtp__Security"] = "None",
                ["Smtp__From"] = "vpdp@example.vn",
                // No gateway; what came back of one is taken.
                ["MessageWebhook__Secret"] = TestPlan.FormSecret,
                [$"WebhookSecret__{TestPlan.FormId}"] = TestPlan.FormSecret,
                // As Azure on Linux can name it.
                [$"WebhookSecret__{TestPlan.OtherFormId.Replace('-', '_')}"] = TestPlan.FormSecret,
            },
        });
    }

    /// <summary>A caller with a role in a unit; its key is made the first time.</summary>
    public async Task<Api> CallerAsync(string role, string unitId)
    {
        await _oneKey.WaitAsync();
        try
        {
            if (!_keys.TryGetValue($"{role}/{unitId}", out string? key))
            {
                Answer made = await Administrator.PostAsync($"/api/plans/{TestPlan.Id}/keys", new { role, unitId, name = $"{role} {unitId}" });
                _keys[$"{role}/{unitId}"] = key = made.Must(System.Net.HttpStatusCode.Created).Json["key"]!.GetValue<string>();
            }

            return Public.As(key);
        }
        finally
        {
            _oneKey.Release();
        }
    }

    /// <summary>An officer with a role in a unit who is signed in; each call makes another account.</summary>
    public Task<SignedIn> OfficerAsync(string role, string unitId) => SignedIn.MakeAsync(Administrator, role, unitId);

    public async Task<DateTimeOffset> NowAsync() => (await Public.GetAsync("/api/health")).Json["now"]!.GetValue<DateTimeOffset>();

    /// <summary>Moves the clock that all tests share; only tests of the collection <see cref="ClockCollection"/> may.</summary>
    public async Task AdvanceAsync(DateTimeOffset until)
    {
        Answer answer = await Public.SendAsync(
            HttpMethod.Post, "/admin/host/clock", Api.JsonBody(new JsonObject { ["until"] = until.ToString("O") }.ToJsonString()),
            ("x-functions-key", Process.HostKey));
        answer.Must(System.Net.HttpStatusCode.OK);
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        await _azurite.DisposeAsync();
        _http.Dispose();
        _oneKey.Dispose();
        Directory.Delete(_data, recursive: true);
    }
}
