using Azure;
using Azure.Data.Tables;

namespace NtmServerless.Storage.Classes;

/// <summary>
/// Puts a new class into a plan's year. Its place among the classes of the plan is taken in the plan's partition, under a
/// counter that two officers cannot both move; then its own records are made from that row. A crash in between is healed
/// by repeating the request, or by <see cref="HealAsync"/>.
/// </summary>
public sealed class ClassFounding(ClassSummaries summaries, ShareStore shares, ClassStore ledger, TimeProvider time)
{
    private const int MostAttempts = 12;

    /// <param name="found">Checks the form against the classes of the plan; gets the id that the class will have, and how they are dealt out.</param>
    public async Task<TrainingClass> FoundAsync(
        PlanId planId, Submission submission, IWaker<TrainingClass>? waker,
        Func<ClassId, IReadOnlyCollection<TrainingClass>, PlanShares, TrainingClass> found, CancellationToken cancellation)
    {
        ClassId id = new("c" + Key.Hash($"{planId}|{submission.Key}")[..15]);
        for (int attempt = 0; attempt < MostAttempts; attempt++)
        {
            (List<TableEntity> rows, TableEntity? counter) = await ReadAsync(planId, cancellation);
            if (rows.Find(r => r.RowKey == id) is { } founded)
            {
                // The summary keeps the hash until the class has records of its own, which then keep it.
                string? hash = founded.GetString("ContentHash") ?? await ledger.FoundingHashAsync(id, cancellation);
                if (hash is not null && hash != submission.ContentHash) throw new SubmissionReusedException();
                return await FinishAsync(Row.Read<TrainingClass>(founded, summaries.Table.Name), submission.ContentHash, submission.By, waker, cancellation);
            }

            PlanShares dealt = await shares.OfAsync(planId, counter, cancellation);
            TrainingClass c = found(id, [.. rows.Select(r => Row.Read<TrainingClass>(r, summaries.Table.Name))], dealt);
            Transaction transaction = new(planId);
            TableEntity moved = counter is not null && ShareStore.Says(counter)
                ? Row.Of(planId, ClassSummaries.PlanCounter, dealt) : new(planId, ClassSummaries.PlanCounter);
            moved[ClassSummaries.Moves] = rows.Count + 1;
            if (counter is null) transaction.Add(moved);
            else transaction.Replace(moved, counter.ETag);
            TableEntity summary = new ClassHead(c, 0, default).WriteSummary();
            summary["ContentHash"] = submission.ContentHash;
            transaction.Add(summary);
            OutboxRows.OfThisProcess.Written(summaries.Table.Name, planId, id);
            try
            {
                await transaction.SubmitAsync(summaries.Table, cancellation);
                return await FinishAsync(c, submission.ContentHash, submission.By, waker, cancellation);
            }
            catch (RequestFailedException e) when (Conflict.IsStale(e) || Conflict.IsDuplicate(e))
            {
                await Task.Delay(Random.Shared.Next(5, 40), cancellation);
            }
        }

        throw new RecordBusyException(planId);
    }

    /// <summary>Finishes classes whose founding a crash cut short. Gives how many there were.</summary>
    public async Task<int> HealAsync(PlanId planId, IWaker<TrainingClass> waker, CancellationToken cancellation)
    {
        (List<TableEntity> rows, _) = await ReadAsync(planId, cancellation);
        List<TableEntity> unfinished = [.. rows.Where(r => r.GetInt64("Version") == 0)];
        foreach (TableEntity row in unfinished)
            await FinishAsync(Row.Read<TrainingClass>(row, summaries.Table.Name), row.GetString("ContentHash"), Actor.Lifecycle, waker, cancellation);
        return unfinished.Count;
    }

    /// <summary>Finishes what this process began to found and could not. Gives how many there were.</summary>
    public Task<int> FinishLateAsync(IWaker<TrainingClass> waker, CancellationToken cancellation) =>
        OutboxRows.OfThisProcess.TryAgainAsync(summaries.Table.Name, (planId, _) => HealAsync(new PlanId(planId), waker, cancellation));

    private async Task<TrainingClass> FinishAsync(
        TrainingClass c, string? contentHash, Actor by, IWaker<TrainingClass>? waker, CancellationToken cancellation)
    {
        await ledger.FoundAsync(c, new AuditEntry(time.GetUtcNow(), [by], c.Stage.ToString()), waker, cancellation, contentHash);
        OutboxRows.OfThisProcess.TakenAway(summaries.Table.Name, c.PlanId, c.Id);
        return c;
    }

    private async Task<(List<TableEntity> Classes, TableEntity? Counter)> ReadAsync(PlanId planId, CancellationToken cancellation)
    {
        List<TableEntity> rows = await summaries.Table
            .QueryAsync<TableEntity>($"PartitionKey eq '{Key.Checked(planId)}'", cancellationToken: cancellation).ToListAsync(cancellation);
        TableEntity? counter = rows.Find(r => r.RowKey == ClassSummaries.PlanCounter);
        if (counter is not null) rows.Remove(counter);
        return (rows, counter);
    }
}
