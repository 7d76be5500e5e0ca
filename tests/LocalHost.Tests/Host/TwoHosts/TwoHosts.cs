using System.Globalization;
using NtmServerless.LocalHost.Tests.Host.Support;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Host.TwoHosts;

/// <summary>What an activity of a host has noted at its end.</summary>
internal sealed record Effect(string Instance, int Step, string Host, DateTime At);

/// <summary>Two host processes with data folders and workers of their own on one storage: the first works, the second waits for its lease.</summary>
internal sealed class TwoHosts : IAsyncDisposable
{
    public const string First = "first", Second = "second";

    private const int Instances = 8;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    private readonly TemporaryFolder _firstFolder = new(), _secondFolder = new();
    private readonly AzuriteServer _azurite = new();

    public AppProcess Owner { get; private set; } = null!;

    public AppProcess Waiting { get; private set; } = null!;

    /// <summary>What the first host's activities have begun and ended.</summary>
    public string[] Notes => new ProbeNotes(_firstFolder.Path).All();

    /// <summary>The first host with instances that have taken two steps each, and the second one waiting.</summary>
    public static async Task<TwoHosts> StartAsync()
    {
        TwoHosts hosts = new();
        try
        {
            await hosts._azurite.InitializeAsync();
            hosts.Owner = await AppProcess.StartAsync(hosts.Options(hosts._firstFolder));
            using HttpClient http = new() { BaseAddress = hosts.Owner.Address };
            for (int i = 0; i < Instances; i++)
                (await new Api(http, hosts.Owner.Address).PostAsync($"/api/start/walk/walk-{i}")).Must(System.Net.HttpStatusCode.OK);
            await hosts.StepsAsync(First, 2);
            hosts.Waiting = AppProcess.Begin(hosts.Options(hosts._secondFolder));
            await Eventually.TrueAsync(
                () => Task.FromResult(hosts.Waiting.Output.Contains("đang thuộc một máy chủ khác", StringComparison.Ordinal)),
                Limit, "the second host waits");
            return hosts;
        }
        catch
        {
            await hosts.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until each instance has got as many steps further by this host.</summary>
    public async Task<List<Effect>> StepsAsync(string host, int further)
    {
        List<Effect> before = Effects(), effects = before;
        AppProcess process = host == First ? Owner : Waiting;
        await Eventually.TrueAsync(
            () =>
            {
                effects = Effects();
                return Task.FromResult(effects.Except(before).Where(e => e.Host == host).GroupBy(e => e.Instance).Count(g => g.Count() >= further) == Instances
                    || process.HasExited);
            },
            Limit, $"{further} steps further by the {host} host");
        Assert.False(process.HasExited, process.Output);
        return effects;
    }

    /// <summary>Waits until the first host has had nothing to do for half a second: every instance waits for its timer.</summary>
    public Task RestAsync() => Eventually.TrueAsync(
        () =>
        {
            (DateTime At, string Text)[] notes = new ProbeNotes(_firstFolder.Path).Timed();
            return Task.FromResult(notes.Length % (2 * Instances) == 0 && DateTime.UtcNow - notes[^1].At > TimeSpan.FromSeconds(0.5));
        },
        Limit, "the first host rests");

    /// <summary>All effects, in the order in which they were made.</summary>
    public List<Effect> Effects() => [.. Of(First, _firstFolder).Concat(Of(Second, _secondFolder)).OrderBy(e => e.At)];

    public async ValueTask DisposeAsync()
    {
        if (Owner is not null)
            await Owner.DisposeAsync();
        if (Waiting is not null)
            await Waiting.DisposeAsync();
        await _azurite.DisposeAsync();
        _firstFolder.Dispose();
        _secondFolder.Dispose();
    }

    private static IEnumerable<Effect> Of(string host, TemporaryFolder folder) =>
        from note in new ProbeNotes(folder.Path).Timed()
        where note.Text.StartsWith("ended", StringComparison.Ordinal)
        let words = note.Text.Split(' ')
        select new Effect(words[1], int.Parse(words[2], CultureInfo.InvariantCulture), host, note.At);

    // An own plan means the real clock, which is the same for both.
    private AppOptions Options(TemporaryFolder folder) => new()
    {
        App = RunningHost.ProbeApp,
        Data = folder.Path,
        Plan = "own.json",
        Storage = _azurite.ConnectionString,
        Settings = new Dictionary<string, string> { ["Probe"] = folder.Path },
    };
}
