using System.Collections.Concurrent;
using System.Diagnostics;
using Azure;
using Azure.Data.Tables;

namespace NtmServerless.Storage.Tables;

/// <summary>
/// Outbox rows that this process has written and not taken away again. A sweep reads whole tables, so it looks only where it could
/// find something: rows of its own, or rows of a process that died, for which it looks at its start and once a day (machine time).
/// </summary>
public static class OutboxRows
{
    /// <summary>Row keys of every outbox begin so.</summary>
    internal const string Prefix = "out-";

    private static readonly TimeSpan OfOthers = TimeSpan.FromDays(1);
    private static readonly ConcurrentDictionary<(string Partition, string Row), bool> Open = new();
    private static long _looked;

    /// <summary>Whether a sweep could find something.</summary>
    public static bool MayBeLeft => !Open.IsEmpty || _looked == 0 || Stopwatch.GetElapsedTime(_looked) > OfOthers;

    /// <summary>Runs a sweep over every outbox; what was written before it and is still there stays known where the sweep failed.</summary>
    public static async Task<int> SweepAsync(Func<Task<int[]>> sweep)
    {
        (string, string)[] before = [.. Open.Keys];
        int[] found = await sweep();
        foreach ((string, string) row in before) Open.TryRemove(row, out _);
        _looked = Stopwatch.GetTimestamp();
        return found.Sum();
    }

    internal static void Written(string partition, string row) => Open[(partition, row)] = true;

    internal static async Task DeleteAsync(TableClient table, string partition, string row, CancellationToken cancellation)
    {
        await table.DeleteEntityAsync(partition, row, ETag.All, cancellation);
        Open.TryRemove((partition, row), out _);
    }
}
