using Azure;
using Azure.Data.Tables;

namespace NtmServerless.LocalHost.Timers;

/// <summary>The remembered runs of the timer functions: one row a function in the host's own table.</summary>
internal sealed class ScheduleStatuses(HostStorage storage, string tableName)
{
    private const string Partition = "timers";

    private readonly TableClient _table = storage.Tables.GetTableClient(tableName);

    /// <summary>Everything that is remembered, by function name.</summary>
    public async Task<Dictionary<string, ScheduleStatus>> ReadAsync(CancellationToken cancellation)
    {
        await _table.CreateIfNotExistsAsync(cancellation);
        Dictionary<string, ScheduleStatus> statuses = new(StringComparer.OrdinalIgnoreCase);
        AsyncPageable<TableEntity> rows = _table.QueryAsync<TableEntity>(row => row.PartitionKey == Partition, cancellationToken: cancellation);
        await foreach (TableEntity row in rows)
        {
            // Table Storage has no year 1: a schedule that never ran has no Last.
            statuses[row.RowKey] = new ScheduleStatus(Time("Last"), Time("Next"), Time("LastUpdated"));
            DateTime Time(string name) => row.GetDateTimeOffset(name)?.UtcDateTime ?? default;
        }

        return statuses;
    }

    public Task WriteAsync(string function, ScheduleStatus status)
    {
        TableEntity row = new(Partition, function) { ["Next"] = Utc(status.Next), ["LastUpdated"] = Utc(status.LastUpdated) };
        if (status.Last != default)
            row["Last"] = Utc(status.Last);
        return _table.UpsertEntityAsync(row, TableUpdateMode.Replace, CancellationToken.None);
    }

    private static DateTimeOffset Utc(DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Utc));
}
