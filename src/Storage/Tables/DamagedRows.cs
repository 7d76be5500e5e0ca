using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace NtmServerless.Storage.Tables;

/// <summary>
/// The damaged rows that this process has met, for the page that tells the administrator. In memory only: whoever meets a row again, or
/// looks through all of them (<see cref="SystemStatus.RecordLook"/>), finds it again. Each is logged once, however often a list is opened.
/// </summary>
public sealed class DamagedRows
{
    // More than this is no damage of single rows, and a page that names them all helps nobody.
    private const int Most = 1_000;

    private readonly ConcurrentDictionary<(string Table, string Partition, string Row), DamagedRow> _met = new();

    // Every row that is read asks, and nearly always there is none: an empty dictionary would take its locks to say so.
    private volatile bool _any;

    public static DamagedRows OfThisProcess { get; } = new();

    /// <summary>Where the rows of this process are logged.</summary>
    internal ILogger Log { get; set; } = NullLogger.Instance;

    /// <summary>All that were met and not found whole again since, in order.</summary>
    public IReadOnlyList<DamagedRow> All =>
        [.. _met.Values.OrderBy(r => r.Table, StringComparer.Ordinal).ThenBy(r => r.Partition, StringComparer.Ordinal).ThenBy(r => r.Row, StringComparer.Ordinal)];

    internal void Met(DamagedRow row)
    {
        _any = true;
        if (_met.Count < Most && _met.TryAdd((row.Table, row.Partition, row.Row), row))
            StorageLog.RecordDamaged(Log, row.Table, row.Partition, row.Row, row.Kind, row.Place ?? "-");
    }

    /// <summary>The row was read, or is gone.</summary>
    internal void IsWhole(string table, string partition, string row)
    {
        if (_any) _met.TryRemove((table, partition, row), out _);
    }

    /// <summary>All rows were looked at, and only these are damaged.</summary>
    internal void Are(IReadOnlyCollection<DamagedRow> damaged)
    {
        foreach ((string, string, string) gone in _met.Keys.Except(damaged.Select(d => (d.Table, d.Partition, d.Row)))) _met.TryRemove(gone, out _);
        foreach (DamagedRow row in damaged) Met(row);
    }
}
