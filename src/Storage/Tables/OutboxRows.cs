using System.Collections.Concurrent;
using System.Numerics;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace NtmServerless.Storage.Tables;

/// <summary>
/// What this process has committed and not published yet: outbox rows that it wrote and has not taken away, and wake-ups that it owes.
/// What is still open after a few seconds failed, and is tried again (<see cref="TryAgainAsync"/>). A sweep reads whole tables, so it
/// looks only where it could find something: rows of its own, or rows of a process that died, for which it looks at its start and
/// once a day (machine time).
/// </summary>
public sealed class OutboxRows(TimeProvider machine)
{
    /// <summary>Row keys of every outbox begin so.</summary>
    internal const string Prefix = "out-";

    /// <summary>A publication that takes longer has failed, or is slow and is done twice, which changes nothing.</summary>
    public static readonly TimeSpan First = TimeSpan.FromSeconds(2);

    private const int AtATime = 8;
    private const int ManyTries = 100;

    private static readonly TimeSpan Again = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan AgainAfterMany = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan OfOthers = TimeSpan.FromDays(1);

    /// <summary>A transaction that was on its way for longer has come or will not come: a sweep would have found its row.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<(string Table, string Partition, string Row), Open> _open = new();
    private long? _looked;

    public static OutboxRows OfThisProcess { get; } = new(TimeProvider.System);

    /// <summary>Where failures of this process are logged.</summary>
    internal ILogger Log { get; set; } = NullLogger.Instance;

    /// <summary>How many changes are committed and not published yet.</summary>
    public int Waiting => _open.Count;

    /// <summary>Whether a sweep could find something.</summary>
    public bool MayBeLeft => !_open.IsEmpty || !HasLooked || machine.GetElapsedTime(_looked!.Value) > OfOthers;

    /// <summary>Whether this process has swept since it started.</summary>
    public bool HasLooked => _looked is not null;

    /// <summary>Runs a sweep over every outbox; where it fails, all that is open stays so.</summary>
    public async Task<int> SweepAsync(Func<Task<int[]>> sweep)
    {
        (string, string, string)[] settled = [.. _open.Where(o => IsRow(o.Key.Row) && IsSettled(o.Value)).Select(o => o.Key)];
        int[] found = await sweep();
        foreach ((string, string, string) row in settled) _open.TryRemove(row, out _);
        _looked = machine.GetTimestamp();
        return found.Sum();
    }

    /// <summary>Tries again what is open in a table for too long: after 2 s, then every 3 s, after a hundred times every 30 s.</summary>
    /// <param name="publish">Publishes what is open in a partition: gets the keys, gives how much it found. Throws where something failed.</param>
    /// <returns>How much was found and published.</returns>
    internal async Task<int> TryAgainAsync(string table, Func<string, IReadOnlyCollection<string>, Task<int>> publish)
    {
        int found = 0;
        IEnumerable<IGrouping<string, (string Row, Open Open)>> late =
            _open.Where(o => o.Key.Table == table && IsLate(o.Value)).GroupBy(o => o.Key.Partition, o => (o.Key.Row, o.Value));
        await Parallel.ForEachAsync(late.ToArray(), new ParallelOptions { MaxDegreeOfParallelism = AtATime }, async (partition, _) =>
        {
            try
            {
                Interlocked.Add(ref found, await publish(partition.Key, [.. partition.Select(o => o.Row)]));
                // What was there is published; what was not may still come, unless its transaction was refused or is long over.
                foreach ((string row, Open open) in partition)
                    if (open.Refused || IsSettled(open)) _open.TryRemove(new((table, partition.Key, row), open));
            }
            catch (Exception e)
            {
                // It stays open, whatever the reason was; the next try tells whether that has passed. Not every try is a line: 1, 2, 4, 8, ...
                int attempt = partition.Max(o => o.Open.Tries) + 1;
                if (BitOperations.IsPow2(attempt)) StorageLog.StillOpen(Log, table, partition.Key, attempt, FailureTrace.Of(e));
            }

            foreach ((string row, Open open) in partition)
                _open.TryUpdate((table, partition.Key, row), open with { Tries = open.Tries + 1, TriedAt = machine.GetTimestamp() }, open);
        });
        return found;
    }

    /// <summary>Does what has to follow a commit. Where it fails it is owed, and tried again.</summary>
    /// <param name="what">Names it for whoever tries it again; not the key of an outbox row.</param>
    internal async Task OweAsync(string table, string partition, string what, Func<Task> act)
    {
        Written(table, partition, what);
        try
        {
            await act();
        }
        catch (Exception e)
        {
            // The change is committed: the answer is yes.
            StorageLog.Owed(Log, what, table, partition, FailureTrace.Of(e));
            return;
        }

        TakenAway(table, partition, what);
    }

    internal void Written(string table, string partition, string row) => _open[(table, partition, row)] = new Open(machine.GetTimestamp());

    /// <summary>The storage refused the transaction. An attempt of it whose answer was lost may have been taken all the same, so it is looked for once.</summary>
    internal void Refused(string table, string partition, string row)
    {
        if (_open.TryGetValue((table, partition, row), out Open? open)) _open.TryUpdate((table, partition, row), open with { Refused = true }, open);
    }

    internal void TakenAway(string table, string partition, string row) => _open.TryRemove((table, partition, row), out _);

    internal static async Task DeleteAsync(TableClient table, string partition, string row, CancellationToken cancellation)
    {
        await table.DeleteEntityAsync(partition, row, ETag.All, cancellation);
        OfThisProcess.TakenAway(table.Name, partition, row);
    }

    internal static bool IsRow(string key) => key.StartsWith(Prefix, StringComparison.Ordinal);

    private bool IsSettled(Open open) => machine.GetElapsedTime(open.Since) > Settled;

    private bool IsLate(Open open) => open.Tries == 0
        ? machine.GetElapsedTime(open.Since) >= First
        : machine.GetElapsedTime(open.TriedAt) >= (open.Tries < ManyTries ? Again : AgainAfterMany);

    private sealed record Open(long Since, bool Refused = false, int Tries = 0, long TriedAt = 0);
}
