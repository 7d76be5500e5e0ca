using NtmServerless.LocalHost.Data;
using NtmServerless.LocalHost.Tests.Host.Support;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Host;

/// <summary>The host's own end, as a process: nothing of it is left, whatever ends it.</summary>
public sealed class StopTests : IDisposable
{
    private const int Interrupt = 2, Terminate = 15;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Host_Killed_TakesItsWorkerWithIt_AndTheNextOneEndsInOrder()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals and /proc.");
        await using AppProcess killed = await StartAsync();
        int worker = await WorkerAsync(killed);

        await killed.KillAsync();
        await EndsAsync(worker);

        await using AppProcess next = await StartAsync();
        int second = await WorkerAsync(next);
        AzuriteRecord azurite = AzuriteRecord.Read(Path.Combine(_folder.Path, "azurite.json"))!;
        AppProcess.Signal(next.Pid, Terminate);

        Assert.Equal(0, await next.EndAsync());
        Assert.False(IsAlive(second));
        Assert.False(azurite.IsAlive(_folder.Path));
    }

    [Fact]
    public async Task Interrupt_OfTheWholeGroup_LeavesTheWorkerToAnswerWhatIsUnderWay()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals and /proc.");
        await using AppProcess host = await StartAsync("setsid");
        int worker = await WorkerAsync(host);
        using HttpClient http = new() { BaseAddress = host.Address };
        Task<string> underWay = http.GetStringAsync(new Uri("/api/hang/drained", UriKind.Relative), TestContext.Current.CancellationToken);
        ProbeNotes notes = new(_folder.Path);
        await notes.UntilAsync("hang");

        // As a terminal does.
        AppProcess.Signal(-host.Pid, Interrupt);
        await Eventually.TrueAsync(
            () => Task.FromResult(host.Output.Contains("shutting down", StringComparison.OrdinalIgnoreCase)), TimeSpan.FromSeconds(30), "the host drains");
        Assert.True(IsAlive(worker));
        notes.Open("drained");

        Assert.Equal("done", await underWay);
        Assert.Equal(0, await host.EndAsync());
        Assert.False(IsAlive(worker));
    }

    private Task<AppProcess> StartAsync(string? by = null) => AppProcess.StartAsync(new AppOptions
    {
        App = RunningHost.ProbeApp,
        Data = _folder.Path,
        By = by,
        Settings = new Dictionary<string, string> { ["Probe"] = _folder.Path, ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information" },
    });

    private static async Task<int> WorkerAsync(AppProcess host)
    {
        using HttpClient http = new() { BaseAddress = host.Address };
        Answer status = await new Api(http, host.Address).SendAsync(HttpMethod.Get, "/admin/host/status", null, ("x-functions-key", host.HostKey));
        return status.Json["worker"]!.GetValue<int>();
    }

    private static Task EndsAsync(int process) =>
        Eventually.TrueAsync(() => Task.FromResult(!IsAlive(process)), TimeSpan.FromSeconds(10), $"process {process} ends");

    // One that nobody has waited for yet is dead, but still listed.
    private static bool IsAlive(int process)
    {
        try
        {
            string stat = File.ReadAllText($"/proc/{process}/stat");
            return stat[stat.LastIndexOf(')') + 2] != 'Z';
        }
        catch (IOException)
        {
            return false;
        }
    }
}
