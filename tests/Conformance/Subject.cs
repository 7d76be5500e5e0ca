using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using NtmServerless.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(NtmServerless.Conformance.Subject))]

namespace NtmServerless.Conformance;

/// <summary>Which of the two hosts runs the app.</summary>
public enum Runs
{
    UnderLocalHost,
    UnderTheOfficialHost,
}

/// <summary>
/// The running app that is asked: the one that the environment names (TESTING.md says what it must be like), or a fresh one under
/// LocalHost. What is asked about is made once, by the app itself: a class that takes registrations, a document, an officer.
/// </summary>
public sealed class Subject : IAsyncLifetime
{
    public const string Plan = "caoloc-2024";
    public const string Commune = "xa-gia-cat";
    public const string Password = "một câu dài chỉ để so hai máy chủ";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    // Redirects and compressed bodies are part of what is compared, and only what the tests set is sent.
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        Expect100ContinueTimeout = TimeSpan.FromMinutes(1),
    })
    { Timeout = Limit };

    private readonly string _data = Directory.CreateTempSubdirectory("ntm-conformance-").FullName;
    private AzuriteServer? _azurite;
    private AppProcess? _app;
    private Api? _public;
    private int _people;

    public Runs Runs { get; private set; }

    /// <summary>Anybody. Where Azurite is not installed, whoever asks is skipped, by name and with the reason.</summary>
    public Api Public => _public ?? new Api(_http, new Uri(_azurite!.ConnectionString));

    public Api Administrator { get; private set; } = null!;

    /// <summary>A commune's key.</summary>
    public Api Officer { get; private set; } = null!;

    public string HostKey { get; private set; } = "";

    /// <summary>A class that takes registrations.</summary>
    public string Class { get; private set; } = "";

    /// <summary>A document of the plan, without its signed copy.</summary>
    public string Document { get; private set; } = "";

    /// <summary>Business time of the app when this began.</summary>
    public DateTimeOffset Now { get; private set; }

    public async ValueTask InitializeAsync()
    {
        string key;
        if (Setting("URL") is { } url)
        {
            (_public, key, HostKey) = (new Api(_http, new Uri(url)), Setting("KEY")!, Setting("HOST_KEY")!);
            Runs = Setting("HOST") == "official" ? Runs.UnderTheOfficialHost : Runs.UnderLocalHost;
        }
        else
        {
            await (_azurite = new AzuriteServer()).InitializeAsync();
            if (!AzuriteServer.IsInstalled) return;
            Dictionary<string, string> limits = new() { ["PublicRequestsPerMinute"] = "1000000" };
            _app = await AppProcess.StartAsync(new AppOptions { Data = _data, Storage = _azurite.ConnectionString, Settings = limits });
            (_public, key, HostKey) = (new Api(_http, _app.Address), _app.FirstKey, _app.HostKey);
        }

        Administrator = _public.As(key);
        Now = (await _public.GetAsync("/api/health")).Must(HttpStatusCode.OK).Json["now"]!.GetValue<DateTimeOffset>();
        Officer = _public.As((await Administrator.PostAsync($"/api/plans/{Plan}/keys", new { role = "commune", unitId = Commune, name = "so sánh" }))
            .Must(HttpStatusCode.Created).Json["key"]!.GetValue<string>());
        Document = (await Administrator.PostAsync($"/api/plans/{Plan}/documents/plan")).Must(HttpStatusCode.Created).Json["id"]!.GetValue<string>();
        Class = await OpenClassAsync();
    }

    /// <summary>A class that was announced, and that its lifecycle has opened: the way through client, orchestration, activities and records.</summary>
    public async Task<string> OpenClassAsync()
    {
        string id = (await Administrator.PostAsync($"/api/plans/{Plan}/classes",
                new { streamId = "xa-tu-to-chuc", leadUnitId = Commune, hostUnitId = Commune, capacity = 50, minimum = 1 }))
            .Must(HttpStatusCode.Created).Json["id"]!.GetValue<string>();
        (await Administrator.PostAsync($"/api/classes/{id}/announce", new
        {
            venue = "Nhà văn hóa xã",
            reason = "Mọi lớp thử học cùng một nơi.",
            registrationClosesAt = Now.AddDays(5),
            sessions = new[] { new { date = Now.AddDays(10).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), from = "07:30", to = "11:00" } },
        })).Must(HttpStatusCode.OK);
        await Eventually.TrueAsync(async () => (await Administrator.GetAsync($"/api/classes/{id}")).Text.Contains("\"registering\"", StringComparison.Ordinal),
            Limit, $"class {id} takes registrations");
        return id;
    }

    /// <summary>Somebody who has not registered yet.</summary>
    public JsonObject Person() => new()
    {
        ["fullName"] = $"Hoàng Văn Thử {Interlocked.Increment(ref _people)}",
        ["birthYear"] = 1980,
        ["sex"] = "male",
        ["village"] = "Thôn Nà Pài",
        ["unitId"] = Commune,
        ["audience"] = "exemplaryHousehold",
        ["consent"] = true,
    };

    /// <summary>Adds a line to the file that NTM_CONFORMANCE_ANSWERS names: those of two hosts can be held against each other.</summary>
    public static void Write(string line)
    {
        if (Setting("ANSWERS") is { } file) File.AppendAllText(file, line + "\n");
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        if (_azurite is not null) await _azurite.DisposeAsync();
        _http.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private static string? Setting(string name) => Environment.GetEnvironmentVariable("NTM_CONFORMANCE_" + name) is { Length: > 0 } value ? value : null;
}
