using Azure.Data.Tables;

namespace NtmServerless.Storage.Records;

/// <summary>
/// Read, decide, write under the ETag, again when somebody else was faster: the records of one table that few people write at a time
/// (tours, periodic reports, documents, communication). Bursts on one class have a queue of their own. The answer to a submission, the
/// audit entry, the notices and their outbox row become durable with the change, and are published after it.
/// </summary>
/// <param name="outbox">Posts what a change tells; null where changes tell nobody.</param>
internal class RecordStore(TableClient table, TimeProvider time, NoticeOutbox? outbox = null)
{
    protected TableClient Table => table;

    protected NoticeOutbox Outbox => outbox ?? throw new InvalidOperationException("Changes of these records tell nobody.");

    /// <summary>Decides and commits; the same submission again gives the first answer again, and publishes what its commit left.</summary>
    /// <param name="id">Names the record when it is busy.</param>
    /// <param name="decide">Reads and says what is written; may be asked again. What writes nothing changes nothing.</param>
    /// <exception cref="SubmissionReusedException">The key was used with another content.</exception>
    /// <exception cref="RecordBusyException">Others changed the record each time; nothing was changed.</exception>
    public async Task<T> ChangeAsync<T>(
        string partition, string id, Submission submission, Func<RecordChange, Task<T>> decide, CancellationToken cancellation, ICourier? courier = null)
        where T : class =>
        (await CommitAsync(partition, id, submission, decide, courier, cancellation)).Answer;

    /// <summary>Carries out a step that decides anew whether it is due: it keeps no answer.</summary>
    public async Task<T> StepAsync<T>(
        string partition, string id, string what, Func<RecordChange, Task<T>> decide, CancellationToken cancellation, ICourier? courier = null)
        where T : class
    {
        (T given, RecordChange change) = await Heads.RetryAsync(id, async () =>
        {
            RecordChange change = new(table, partition, Submission.OfStep(what), time.GetUtcNow(), cancellation);
            T given = await decide(change);
            await change.SubmitAsync(outbox);
            return (given, change);
        }, cancellation);
        await PublishAsync(change, courier, cancellation);
        return given;
    }

    /// <summary>What was changed in a partition between two moments, the first included, oldest first.</summary>
    public async Task<IReadOnlyList<AuditEntry>> AuditAsync(string partition, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation) =>
        await Rows.ListAsync<AuditEntry>(
            table, $"PartitionKey eq '{Key.Checked(partition)}' and RowKey ge '{RecordChange.AuditPlace(from)}' and RowKey lt '{RecordChange.AuditPlace(until)}'", cancellation);

    /// <summary>Posts what a crash left behind. Gives the number of outbox rows found.</summary>
    /// <exception cref="AggregateException">Some could not be posted and stay; all others were.</exception>
    public Task<int> SweepAsync(ICourier courier, CancellationToken cancellation) => Outbox.SweepAsync(null, courier, cancellation);

    /// <returns>The answer, and whether there was a commit: now, or when the same was asked before.</returns>
    protected async Task<(T Answer, bool Committed)> CommitAsync<T>(
        string partition, string id, Submission submission, Func<RecordChange, Task<T>> decide, ICourier? courier, CancellationToken cancellation)
        where T : class
    {
        (T given, RecordChange? change) = await Heads.RetryAsync<(T, RecordChange?)>(id, async () =>
        {
            RecordChange change = new(table, partition, submission, time.GetUtcNow(), cancellation);
            if (await change.AnswerAsync<T>() is { } answered) return (answered, null);
            T given = await decide(change);
            if (!change.IsEmpty) change.Answer(given);
            await change.SubmitAsync(outbox);
            return (given, change);
        }, cancellation);
        if (change is not null) await PublishAsync(change, courier, cancellation);
        else await PublishEarlierAsync(partition, courier, cancellation);
        return (given, change is not { IsEmpty: true });
    }

    private async Task PublishAsync(RecordChange change, ICourier? courier, CancellationToken cancellation)
    {
        if (change.Posting is { } posting) await Outbox.PublishAsync(posting, courier, cancellation);
    }

    // The answer was kept by an earlier request, which may not have come as far as posting.
    private async Task PublishEarlierAsync(string partition, ICourier? courier, CancellationToken cancellation)
    {
        if (outbox is not null && courier is not null) await outbox.PublishEarlierAsync(partition, courier, cancellation);
    }
}
