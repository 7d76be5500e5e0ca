using Azure;
using Azure.Data.Tables;

namespace NtmServerless.Storage.Classes;

/// <summary>
/// How the classes of a plan are dealt out: in the row of the plan that every new class moves (table ClassSummaries), so that nobody plans
/// by the shares of before while the office deals anew. Remembered for a short time.
/// </summary>
public sealed class ShareStore(RecordsStorage storage, TimeProvider time)
{
    internal const string Beginning = "class-shares.";

    // Where earlier versions kept them: table Plans, a row a plan. It is read until the office deals again.
    private const string OldPartition = "class-shares";

    private readonly TableClient _table = storage.Table(StorageNames.ClassSummaries);
    private readonly TableClient _old = storage.Table(StorageNames.Plans);
    private readonly Remembered<PlanShares> _known = new(time);

    public async Task<PlanShares> FindAsync(PlanId planId, CancellationToken cancellation) =>
        await _known.FindAsync(planId, async () => await GetAsync(planId, cancellation)) ?? PlanShares.None;

    /// <summary>As it stands in the storage now.</summary>
    public async Task<PlanShares> GetAsync(PlanId planId, CancellationToken cancellation) =>
        await OfAsync(planId, await CounterAsync(planId, cancellation), cancellation);

    /// <summary>Deals anew, on what was read; asked again where classes were planned meanwhile.</summary>
    /// <param name="change">Gets how it was dealt out; what else it reads, it reads after that.</param>
    /// <exception cref="RecordBusyException">Others planned each time; nothing was changed.</exception>
    public async Task ChangeAsync(PlanId planId, Func<PlanShares, Task<PlanShares>> change, CancellationToken cancellation)
    {
        try
        {
            await Heads.RetryAsync(planId, async () =>
            {
                TableEntity? counter = await CounterAsync(planId, cancellation);
                TableEntity row = Row.Of(planId, ClassSummaries.PlanCounter, await change(await OfAsync(planId, counter, cancellation)));
                row[ClassSummaries.Moves] = counter?.GetInt32(ClassSummaries.Moves) ?? 0;
                if (counter is null) await _table.AddEntityAsync(row, cancellation);
                else await _table.UpdateEntityAsync(row, counter.ETag, TableUpdateMode.Replace, cancellation);
                return row;
            }, cancellation);
        }
        finally
        {
            _known.Forget(planId);
        }
    }

    /// <summary>What the row that every new class moves says; where nobody dealt since it does, the row of before.</summary>
    internal async Task<PlanShares> OfAsync(PlanId planId, TableEntity? counter, CancellationToken cancellation) =>
        counter is not null && Says(counter) ? Row.Read<PlanShares>(counter, _table.Name)
            : (await Heads.FindAsync<PlanShares>(_old, OldPartition, Beginning + planId, cancellation))?.Value ?? PlanShares.None;

    /// <summary>Whether the row holds shares, and not only the number of classes.</summary>
    internal static bool Says(TableEntity counter) => counter.ContainsKey("Json");

    private async Task<TableEntity?> CounterAsync(PlanId planId, CancellationToken cancellation)
    {
        if (!Key.IsValid(planId)) return null;
        NullableResponse<TableEntity> found =
            await _table.GetEntityIfExistsAsync<TableEntity>(planId, ClassSummaries.PlanCounter, cancellationToken: cancellation);
        return found.HasValue ? found.Value : null;
    }
}
