using Azure;
using Azure.Data.Tables;

namespace NtmServerless.Storage.Plans;

/// <summary>What an office set aside of its first steps, a row a plan beside the plans. Remembered for a short time: its first page asks each time.</summary>
public sealed class FirstStepsStore(RecordsStorage storage, TimeProvider time)
{
    internal const string Beginning = "first-steps.";

    private const string Partition = "first-steps";

    private readonly TableClient _table = storage.Table(StorageNames.Plans);
    private readonly Remembered<FirstStepsKept> _known = new(time);

    public async Task<FirstStepsKept> FindAsync(PlanId planId, CancellationToken cancellation) =>
        await _known.FindAsync(planId, async () =>
            (await Heads.FindAsync<FirstStepsKept>(_table, Partition, Beginning + planId, cancellation))?.Value ?? FirstStepsKept.None) ?? FirstStepsKept.None;

    public async Task ChangeAsync(PlanId planId, Func<FirstStepsKept, FirstStepsKept> change, CancellationToken cancellation)
    {
        await Heads.RetryAsync(planId, async () =>
        {
            (FirstStepsKept Value, ETag ETag)? before = await Heads.FindAsync<FirstStepsKept>(_table, Partition, Beginning + planId, cancellation);
            TableEntity row = Row.Of(Partition, Beginning + planId, change(before?.Value ?? FirstStepsKept.None));
            if (before is { ETag: var etag }) await _table.UpdateEntityAsync(row, etag, TableUpdateMode.Replace, cancellation);
            else await _table.AddEntityAsync(row, cancellation);
            return true;
        }, cancellation);
        _known.Forget(planId);
    }
}
