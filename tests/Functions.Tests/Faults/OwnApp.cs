using System.Text.Json.Nodes;

namespace NtmServerless.Functions.Tests.Faults;

/// <summary>A host of a test's own, with a data folder and an Azurite that the host itself starts, for tests that break things.</summary>
/// <param name="settings">Settings beside the usual ones.</param>
internal sealed class OwnApp(params IReadOnlyList<(string Name, string Value)> settings) : IAsyncDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("ntm-own-").FullName;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromMinutes(5) };
    private string _key = "";

    public string Data => _data;

    /// <summary>When it begins.</summary>
    public string Clock { get; init; } = "2024-04-01T07:00:00+07:00";

    public AppProcess Process { get; private set; } = null!;

    public AppOptions Options => new()
    {
        Data = _data,
        VirtualClock = Clock,
        Plan = Path.Combine(AzuriteServer.RepositoryRoot(), "plans", "caoloc-2024.json"),
        Settings = settings.Append(("PublicRequestsPerMinute", "1000000")).DistinctBy(s => s.Item1).ToDictionary(s => s.Item1, s => s.Item2),
    };

    public Api Administrator => new(_http, Process.Address, _key);

    public int AzuritePid => JsonNode.Parse(File.ReadAllText(Path.Combine(_data, "azurite.json")))!["pid"]!.GetValue<int>();

    /// <summary>How its Azurite is reached, by the key of the folder.</summary>
    public string StorageConnection
    {
        get
        {
            JsonNode ports = JsonNode.Parse(File.ReadAllText(Path.Combine(_data, "azurite.json")))!;
            string key = File.ReadAllText(Path.Combine(_data, "storage-key"));
            return $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey={key};"
                + $"BlobEndpoint=http://127.0.0.1:{ports["blobPort"]}/devstoreaccount1;TableEndpoint=http://127.0.0.1:{ports["tablePort"]}/devstoreaccount1;";
        }
    }

    public async Task<int> WorkerPidAsync() => (await Administrator.SendAsync(
        HttpMethod.Get, "/admin/host/status", null, ("x-functions-key", Process.HostKey))).Json["worker"]!.GetValue<int>();

    public async Task StartAsync()
    {
        Xunit.Assert.SkipUnless(AzuriteServer.IsInstalled, "Azurite is not installed.");
        Process = await AppProcess.StartAsync(Options);
        if (Process.FirstKey.Length > 0) _key = Process.FirstKey;
    }

    /// <summary>The host is off for days. A virtual clock stands still with its host, so they are put into its file.</summary>
    public async Task BeOffUntilAsync(DateTimeOffset moment)
    {
        await Process.StopAsync();
        await File.WriteAllTextAsync(Path.Combine(_data, "clock.json"), $$"""{"mode":"Virtual","now":"{{moment.ToUniversalTime():O}}"}""");
        await StartAsync();
    }

    public Task AdvanceAsync(DateTimeOffset until) => Administrator.SendAsync(
        HttpMethod.Post, "/admin/host/clock", Api.JsonBody($"{{\"until\":\"{until:O}\"}}"), ("x-functions-key", Process.HostKey));

    /// <summary>Whether the host uses no processor while nothing is asked of it: seen in ten looks one after the other.</summary>
    public async Task<bool> IsAtRestAsync()
    {
        using System.Diagnostics.Process host = System.Diagnostics.Process.GetProcessById(Process.Pid);
        TimeSpan before = host.TotalProcessorTime;
        for (int i = 0; i < 10; i++)
        {
            await Task.Delay(20);
            host.Refresh();
        }

        return host.TotalProcessorTime - before <= TimeSpan.FromMilliseconds(20);
    }

    public static bool Lives(int pid)
    {
        try
        {
            using System.Diagnostics.Process process = System.Diagnostics.Process.GetProcessById(pid);
            return !process.HasExited && !File.ReadAllText($"/proc/{pid}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or IOException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        int azurite = File.Exists(Path.Combine(_data, "azurite.json")) ? AzuritePid : 0;
        if (Process is not null) await Process.DisposeAsync();
        if (azurite > 0 && Lives(azurite)) AppProcess.Signal(azurite, 9);
        await Eventually.TrueAsync(() => Task.FromResult(azurite == 0 || !Lives(azurite)), TimeSpan.FromSeconds(10), "Azurite has ended");
        _http.Dispose();
        Directory.Delete(_data, recursive: true);
    }
}
