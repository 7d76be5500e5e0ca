using Azure;
using Azure.Data.Tables;

namespace NtmServerless.Storage.Tables;

/// <summary>
/// Read, decide, write under the ETag, again when somebody else was faster: for records that few people write at a time
/// (tours, communication days, periodic reports). Bursts on one class have a desk of their own.
/// </summary>
internal static class Heads
{
    private const int MostAttempts = 20;

    /// <param name="attempt">Does one try; throws a stale or duplicate conflict when it lost the race.</param>
    public static async Task<T> RetryAsync<T>(string id, Func<Task<T>> attempt, CancellationToken cancellation)
    {
        for (int i = 0; i < MostAttempts; i++)
        {
            try
            {
                return await attempt();
            }
            catch (RequestFailedException e) when (Conflict.IsStale(e) || Conflict.IsDuplicate(e))
            {
                await Task.Delay(Random.Shared.Next(5, 20 * (i + 1)), cancellation);
            }
        }

        throw new RecordBusyException(id);
    }

    public static async Task<(T Value, ETag ETag)?> FindAsync<T>(TableClient table, string partition, string row, CancellationToken cancellation)
        where T : class
    {
        if (!Key.IsValid(partition) || !Key.IsValid(row)) return null;
        NullableResponse<TableEntity> found = await table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellation);
        return found.HasValue ? (Row.Read<T>(found.Value!), found.Value!.ETag) : null;
    }

    /// <summary>The answer kept under a submission's key; null when the key is new.</summary>
    /// <exception cref="SubmissionReusedException">The key was used with another content.</exception>
    public static async Task<T?> AnswerAsync<T>(TableClient table, string partition, Submission submission, CancellationToken cancellation)
        where T : class
    {
        if (await FindAsync<StoredAnswer>(table, partition, SubmissionRow(submission), cancellation) is not { Value: var stored }) return null;
        return stored.ContentHash == submission.ContentHash ? RecordJson.Read<T>(stored.Answer) : throw new SubmissionReusedException();
    }

    public static TableEntity Answered<T>(string partition, Submission submission, T answer) =>
        Row.Of(partition, SubmissionRow(submission), new StoredAnswer(submission.ContentHash, RecordJson.Write(answer)));

    public static string SubmissionRow(Submission submission) => "key-" + Key.Hash(submission.Key);

    public static string AuditRow(DateTimeOffset now, Submission submission) => $"{AuditPlace(now)}-{Key.Hash(submission.Key)[..8]}";

    private static string AuditPlace(DateTimeOffset moment) => $"audit-{moment.UtcTicks:0000000000000000000}";

    public static TableEntity Audited(string partition, Submission submission, string what, DateTimeOffset now, string? target = null) =>
        Row.Of(partition, AuditRow(now, submission), new AuditEntry(now, [submission.By], what, Target: target));

    /// <summary>The audit rows of a partition between two moments, the first included, oldest first.</summary>
    public static async Task<IReadOnlyList<AuditEntry>> AuditAsync(
        TableClient table, string partition, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation)
    {
        string filter = $"PartitionKey eq '{Key.Checked(partition)}' and RowKey ge '{AuditPlace(from)}' and RowKey lt '{AuditPlace(until)}'";
        List<AuditEntry> entries = [];
        await foreach (TableEntity row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation)) entries.Add(Row.Read<AuditEntry>(row));
        return entries;
    }
}
