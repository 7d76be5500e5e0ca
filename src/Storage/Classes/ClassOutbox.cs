using Azure;
using Azure.Data.Tables;
using NtmServerless.Domain.Classes;
using NtmServerless.Storage.Tables;

namespace NtmServerless.Storage.Classes;

/// <summary>Commits that are not published yet: their rows stand until summary and lifecycle know of them.</summary>
internal sealed class ClassOutbox(TableClient table, ClassSummaries summaries)
{
    /// <summary>Publishes what is there, of one class or of all. What fails stays, and does not hold up the others.</summary>
    public async Task<(int Found, List<Exception> Failures)> SweepAsync(
        string? classId, IWaker<TrainingClass> waker, CancellationToken cancellation)
    {
        int found = 0;
        List<Exception> failures = [];
        string filter = classId is null
            ? $"RowKey ge '{ClassKeys.Outbox}' and RowKey lt '{Key.After(ClassKeys.Outbox)}'"
            : Key.Range(classId, ClassKeys.Outbox);
        await foreach (TableEntity row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            found++;
            try
            {
                await PublishAsync(row, waker, cancellation);
            }
            catch (Exception e) when (!cancellation.IsCancellationRequested)
            {
                failures.Add(e);
            }
        }

        return (found, failures);
    }

    private async Task PublishAsync(TableEntity row, IWaker<TrainingClass> waker, CancellationToken cancellation)
    {
        if (await ClassHead.FindAsync(table, row.PartitionKey, cancellation) is { } head)
        {
            await summaries.WriteAsync(head, null, cancellation);
            if (row.GetBoolean("Wake") ?? true) await waker.WakeAsync(head.Class, cancellation);
        }

        await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellation);
    }
}
