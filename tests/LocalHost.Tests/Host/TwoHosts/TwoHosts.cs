using System.Globalization;
using Azure.Data.Tables;
using NtmServerless.LocalHost.Tests.Host.Support;
using NtmServerless.LocalHost.Tests.Workers;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Host.TwoHosts;

/// <summary>What an activity of a host has left in the storage.</summary>
/// <param name="Stored">When, by the clock of the storage.</param>
internal sealed record Effect(string Instance, int Step, string Host, DateTimeOffset Stored);

/// <summary>Two host processes with data folders of their own on one storage: the first works, the second waits for its lease.</summary>
internal sealed class TwoHosts : IDisposable
{
    public const string First = "first", Second = "second";

    private const int Instances = 8;
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(90);

    private readonly TemporaryFolder _firstFolder = new(), _secondFolder = new();
    private readonly HostPlan _plan;
    private readonly TableClient _effects;

    private TwoHosts(string connection)
    {
        _plan = new HostPlan(First, _firstFolder.Path, connection, Guid.NewGuid().ToString("N"), Instances);
        _effects = new TableClient(connection, _plan.Effects);
        Owner = WorkerProcess.Start(_plan);
    }

    public WorkerProcess Owner { get; }

    public WorkerProcess Waiting { get; private set; } = null!;

    /// <summary>The first host with instances that have taken two steps each, and the second one waiting.</summary>
    public static async Task<TwoHosts> StartAsync(AzuriteServer azurite)
    {
        TwoHosts hosts = new(azurite.ConnectionString);
        try
        {
            await hosts._effects.CreateAsync();
            await hosts.StepsAsync(First, 2);
            hosts.Waiting = WorkerProcess.Start(hosts._plan with { Name = Second, Folder = hosts._secondFolder.Path, Starts = 0 });
            await Eventually.TrueAsync(
                () => Task.FromResult(hosts.Waiting.Said.Contains("đang thuộc một máy chủ khác", StringComparison.Ordinal)),
                s_limit, "the second host waits");
            return hosts;
        }
        catch
        {
            hosts.Dispose();
            throw;
        }
    }

    /// <summary>Waits until each instance has got as many steps further by this host.</summary>
    public async Task<List<Effect>> StepsAsync(string host, int further)
    {
        List<Effect> before = await EffectsAsync(), effects = before;
        await Eventually.TrueAsync(
            async () =>
            {
                effects = await EffectsAsync();
                return effects.Except(before).Where(e => e.Host == host).GroupBy(e => e.Instance).Count(g => g.Count() >= further) == Instances
                    || (host == First ? Owner : Waiting).HasExited;
            },
            s_limit, $"{further} steps further by the {host} host");
        Assert.False((host == First ? Owner : Waiting).HasExited, (host == First ? Owner : Waiting).Said);
        return effects;
    }

    /// <summary>What the first host's activities have begun and ended.</summary>
    public string[] Notes() => File.ReadAllLines(_plan.Notes);

    /// <summary>Waits until the first host has had nothing to do for half a second: every instance waits for its timer.</summary>
    public Task RestAsync() => Eventually.TrueAsync(
        () => Task.FromResult(
            Notes().Length % (2 * Instances) == 0 && DateTime.UtcNow - File.GetLastWriteTimeUtc(_plan.Notes) > TimeSpan.FromSeconds(0.5)),
        s_limit, "the first host rests");

    /// <summary>All effects, in the order in which they were stored.</summary>
    public async Task<List<Effect>> EffectsAsync()
    {
        List<Effect> effects = [];
        await foreach (TableEntity row in _effects.QueryAsync<TableEntity>())
        {
            string[] key = row.RowKey.Split(' ');
            effects.Add(new Effect(row.PartitionKey, int.Parse(key[0], CultureInfo.InvariantCulture), key[1], row.Timestamp!.Value));
        }

        return [.. effects.OrderBy(e => e.Stored)];
    }

    public void Dispose()
    {
        Owner.Dispose();
        Waiting?.Dispose();
        _firstFolder.Dispose();
        _secondFolder.Dispose();
    }
}
