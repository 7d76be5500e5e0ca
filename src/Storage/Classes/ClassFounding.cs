using Azure;
using Azure.Data.Tables;
using NtmServerless.Domain.Classes;
using NtmServerless.Storage.Audit;
using NtmServerless.Storage.Tables;

namespace NtmServerless.Storage.Classes;

/// <summary>
/// Puts a new class into a plan's year. Its place among the classes of the plan is taken in the plan's partition, under a
/// counter that two officers cannot both move; then its own records are made from that row. A crash in between is healed
/// by repeating the request, or by <see cref="HealAsync"/>.
/// </summary>
public sealed class ClassFounding(ClassSummaries summaries, ClassLedger ledger, TimeProvider time)
{
    private const int MostAttempts = 12;

    // The request that founded it is gone; its repeat then gets the class as it stands.
    private static readonly Submission Healing = new("healing", "healing", Domain.Access.Actor.Lifecycle);

    /// <param name="found">Checks the form against the classes of the plan; gets the id that the class will have.</param>
    public async Task<TrainingClass> FoundAsync(
        string planId, Submission submission, IWaker<TrainingClass>? waker,
        Func<string, IReadOnlyCollection<TrainingClass>, TrainingClass> found, CancellationToken cancellation)
    {
        string id = "c" + Key.Hash($"{planId}|{submission.Key}")[..15];
        for (int attempt = 0; attempt < MostAttempts; attempt++)
        {
            (List<TableEntity> rows, TableEntity? counter) = await ReadAsync(planId, cancellation);
            if (rows.Find(r => r.RowKey == id) is { } founded)
            {
                return await ledger.FoundedAsync(id, submission, cancellation)
                    ?? await FinishAsync(Row.Read<TrainingClass>(founded), submission, waker, cancellation);
            }

            TrainingClass c = found(id, [.. rows.Select(Row.Read<TrainingClass>)]);
            Transaction transaction = new(planId);
            TableEntity moved = new(planId, ClassSummaries.PlanCounter) { ["Classes"] = rows.Count + 1 };
            if (counter is null) transaction.Add(moved);
            else transaction.Replace(moved, counter.ETag);
            transaction.Add(new ClassHead(c, 0, default).WriteSummary());
            try
            {
                await transaction.SubmitAsync(summaries.Table, cancellation);
                return await FinishAsync(c, submission, waker, cancellation);
            }
            catch (RequestFailedException e) when (Conflict.IsStale(e) || Conflict.IsDuplicate(e))
            {
                await Task.Delay(Random.Shared.Next(5, 40), cancellation);
            }
        }

        throw new RecordBusyException(planId);
    }

    /// <summary>Finishes classes whose founding a crash cut short. Gives how many there were.</summary>
    public async Task<int> HealAsync(string planId, IWaker<TrainingClass> waker, CancellationToken cancellation)
    {
        (List<TableEntity> rows, _) = await ReadAsync(planId, cancellation);
        List<TableEntity> unfinished = [.. rows.Where(r => r.GetInt64("Version") == 0)];
        foreach (TableEntity row in unfinished)
            await FinishAsync(Row.Read<TrainingClass>(row), Healing, waker, cancellation);
        return unfinished.Count;
    }

    private async Task<TrainingClass> FinishAsync(
        TrainingClass c, Submission submission, IWaker<TrainingClass>? waker, CancellationToken cancellation)
    {
        await ledger.FoundAsync(c, submission, new AuditEntry(time.GetUtcNow(), [submission.By], c.Stage.ToString()), waker, cancellation);
        return c;
    }

    private async Task<(List<TableEntity> Classes, TableEntity? Counter)> ReadAsync(string planId, CancellationToken cancellation)
    {
        List<TableEntity> rows = await summaries.Table
            .QueryAsync<TableEntity>($"PartitionKey eq '{Key.Checked(planId)}'", cancellationToken: cancellation).ToListAsync(cancellation);
        TableEntity? counter = rows.Find(r => r.RowKey == ClassSummaries.PlanCounter);
        if (counter is not null) rows.Remove(counter);
        return (rows, counter);
    }
}
