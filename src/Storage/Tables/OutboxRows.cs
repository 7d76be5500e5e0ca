using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;

namespace NtmServerless.Storage.Tables;

/// <summary>
/// Outbox rows that this process has written and not taken away again. A sweep reads whole tables, so it looks only where it could
/// find something: rows of its own, or rows of a process that died, for which it looks at its start and once a day (machine time).
/// </summary>
public sealed class OutboxRows(TimeProvider machine)
{
    /// <summary>Row keys of every outbox begin so.</summary>
    internal const string Prefix = "out-";

    private static readonly TimeSpan OfOthers = TimeSpan.FromDays(1);

    /// <summary>A transaction that was on its way for longer has come or will not come: a sweep would have found its row.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<(string Partition, string Row), long> _open = new();
    private long? _looked;

    public static OutboxRows OfThisProcess { get; } = new(TimeProvider.System);

    /// <summary>Whether a sweep could find something.</summary>
    public bool MayBeLeft => !_open.IsEmpty || _looked is not { } at || machine.GetElapsedTime(at) > OfOthers;

    /// <summary>Runs a sweep over every outbox; where it fails, all that is open stays so.</summary>
    public async Task<int> SweepAsync(Func<Task<int[]>> sweep)
    {
        (string, string)[] settled = [.. _open.Where(row => machine.GetElapsedTime(row.Value) > Settled).Select(row => row.Key)];
        int[] found = await sweep();
        foreach ((string, string) row in settled) _open.TryRemove(row, out _);
        _looked = machine.GetTimestamp();
        return found.Sum();
    }

    internal void Written(string partition, string row) => _open[(partition, row)] = machine.GetTimestamp();

    internal void TakenAway(string partition, string row) => _open.TryRemove((partition, row), out _);

    internal static async Task DeleteAsync(TableClient table, string partition, string row, CancellationToken cancellation)
    {
        await table.DeleteEntityAsync(partition, row, ETag.All, cancellation);
        OfThisProcess.TakenAway(partition, row);
    }
}
