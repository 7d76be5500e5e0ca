using System.Globalization;
using Azure.Data.Tables;

namespace NtmServerless.Storage.Classes;

/// <summary>Commits that are not published yet: their rows stand until summary and lifecycle know of them.</summary>
internal sealed class ClassOutbox(TableClient table, ClassSummaries summaries, PostOffice post)
{
    /// <summary>Property of an outbox row: how many notices the change told.</summary>
    public const string Notices = "Notices";

    private readonly ClassPeople _people = new(table);

    /// <summary>Publishes what is there, of one class or of all. What fails stays, and does not hold up the others.</summary>
    /// <returns>The number of rows found.</returns>
    /// <exception cref="AggregateException">Some could not be published and stay; all others were.</exception>
    public async Task<int> SweepAsync(
        ClassId? classId, IWaker<TrainingClass> waker, CancellationToken cancellation)
    {
        int found = 0;
        List<Exception> failures = [];
        string filter = classId is { } one
            ? Key.Range(one, ClassKeys.Outbox)
            : $"RowKey ge '{ClassKeys.Outbox}' and RowKey lt '{Key.After(ClassKeys.Outbox)}'";
        await foreach (TableEntity row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            found++;
            try
            {
                await PublishAsync(row, waker, cancellation);
            }
            catch (Exception e) when (!cancellation.IsCancellationRequested)
            {
                // Told at the end, once every other row had its turn.
                failures.Add(e);
            }
        }

        return failures.Count == 0 ? found : throw new AggregateException(failures);
    }

    private async Task PublishAsync(TableEntity row, IWaker<TrainingClass> waker, CancellationToken cancellation)
    {
        if (await ClassHead.FindAsync(table, new ClassId(row.PartitionKey), cancellation) is { } head)
        {
            await summaries.WriteAsync(head, null, cancellation);
            if (row.GetInt32(Notices) != 0) await PostAsync(head.Class, row.RowKey, waker, cancellation);
            if (row.GetBoolean("Wake") ?? true) await waker.WakeAsync(head.Class, cancellation);
        }

        await OutboxRows.DeleteAsync(table, row.PartitionKey, row.RowKey, cancellation);
    }

    // A row without the number is of a version that posted nothing: its notices are looked for.
    private async Task PostAsync(TrainingClass c, string outboxRow, ICourier courier, CancellationToken cancellation)
    {
        long version = long.Parse(outboxRow[ClassKeys.Outbox.Length..], CultureInfo.InvariantCulture);
        List<StoredNotice> notices = [];
        await foreach (TableEntity row in table.QueryAsync<TableEntity>(Key.Range(c.Id, ClassKeys.NoticesOf(version)), cancellationToken: cancellation))
            notices.Add(Row.Read<StoredNotice>(row, table.Name));
        if (notices.Count == 0) return;
        Posting posting = ClassKeys.Posting(c, version, notices[0].At, [.. notices.Select(n => n.Notice)]);
        await post.PublishAsync(posting, _people.ToldAsync, courier, cancellation);
    }
}
