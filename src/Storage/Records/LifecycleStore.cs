using Azure.Data.Tables;

namespace NtmServerless.Storage.Records;

/// <summary>Records with a lifecycle that is woken after a commit. Where that fails the change is committed all the same, and waking is owed.</summary>
/// <param name="rowOf">The row of a record; its partition is the plan.</param>
internal sealed class LifecycleStore<T>(TableClient table, TimeProvider time, NoticeOutbox outbox, Func<T, (PlanId PlanId, string Row)> rowOf)
    : RecordStore(table, time, outbox)
    where T : class
{
    /// <summary>Commits and wakes the lifecycle when there was a commit.</summary>
    public async Task<T> ChangeAndWakeAsync(
        PlanId planId, string id, Submission submission, IWaker<T>? waker, Func<RecordChange, Task<T>> decide, CancellationToken cancellation)
    {
        (T given, bool committed) = await CommitAsync(planId, id, submission, decide, waker, cancellation);
        if (committed && waker is not null) await WakeAsync(waker, given, cancellation);
        return given;
    }

    /// <summary>Wakes a record's lifecycle after a commit. Beyond this process's life it is the round at a start and once a day that wakes every
    /// open one.</summary>
    public Task WakeAsync(IWaker<T> waker, T record, CancellationToken cancellation)
    {
        (PlanId planId, string row) = rowOf(record);
        return OutboxRows.OfThisProcess.OweAsync(Table.Name, planId, row, () => waker.WakeAsync(record, cancellation));
    }

    /// <summary>Posts, and wakes, what this process committed and could not. Gives how much was found.</summary>
    public Task<int> PublishLateAsync(IWaker<T> waker, CancellationToken cancellation) =>
        OutboxRows.OfThisProcess.TryAgainAsync(Table.Name, async (planId, open) =>
        {
            string[] owed = [.. open.Where(row => !OutboxRows.IsRow(row))];
            foreach (string row in owed)
            {
                if (await Heads.FindAsync<T>(Table, planId, row, cancellation) is var (record, _)) await waker.WakeAsync(record, cancellation);
                OutboxRows.OfThisProcess.TakenAway(Table.Name, planId, row);
            }

            return owed.Length + await Outbox.SweepAsync(planId, waker, cancellation);
        });
}
