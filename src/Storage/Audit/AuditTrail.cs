using Azure.Data.Tables;

namespace NtmServerless.Storage.Audit;

/// <summary>
/// Looks at personal data and changes outside a class; changes of a class stand with its records. Partition = month of
/// business time, rows in order of time.
/// </summary>
public sealed class AuditTrail(RecordsStorage storage, TimeProvider time)
{
    private readonly TableClient _table = storage.Table(StorageNames.Audit);

    public Task WriteAsync(Actor by, string what, string target, int count, CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        string row = $"{now.UtcTicks:0000000000000000000}-{Guid.NewGuid():N}";
        return _table.AddEntityAsync(Row.Of(Partition(now), row, new AuditEntry(now, [by], what, count, target)), cancellation);
    }

    /// <summary>Entries of one month (UTC), oldest first.</summary>
    public async Task<IReadOnlyList<AuditEntry>> OfMonthAsync(int year, int month, CancellationToken cancellation)
    {
        List<AuditEntry> entries = [];
        string partition = Partition(new DateTimeOffset(year, month, 1, 0, 0, 0, TimeSpan.Zero));
        await foreach (TableEntity row in _table.QueryAsync<TableEntity>($"PartitionKey eq '{partition}'", cancellationToken: cancellation))
            entries.Add(Row.Read<AuditEntry>(row));
        return entries;
    }

    private static string Partition(DateTimeOffset moment) => $"{moment.UtcDateTime:yyyy-MM}";
}
