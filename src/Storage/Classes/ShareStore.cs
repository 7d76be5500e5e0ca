using Azure;
using Azure.Data.Tables;

namespace NtmServerless.Storage.Classes;

/// <summary>How the classes of a plan are dealt out: table Plans, partition <c>class-shares</c>, a row a plan. Remembered for a short time.</summary>
public sealed class ShareStore(RecordsStorage storage, TimeProvider time)
{
    internal const string Beginning = "class-shares.";

    private const string Partition = "class-shares";

    private readonly TableClient _table = storage.Table(StorageNames.Plans);
    private readonly Remembered<PlanShares> _known = new(time);

    public async Task<PlanShares> FindAsync(PlanId planId, CancellationToken cancellation) =>
        await _known.FindAsync(planId, async () => (await ReadAsync(planId, cancellation)).Shares) ?? PlanShares.None;

    /// <summary>As it stands in the storage now.</summary>
    public async Task<PlanShares> GetAsync(PlanId planId, CancellationToken cancellation) => (await ReadAsync(planId, cancellation)).Shares;

    /// <summary>Writes over what was read.</summary>
    /// <exception cref="RuleBrokenException"><see cref="Rule.SharesChanged"/>: somebody else was faster.</exception>
    public async Task ChangeAsync(PlanId planId, Func<PlanShares, PlanShares> change, CancellationToken cancellation)
    {
        (PlanShares before, ETag? etag) = await ReadAsync(planId, cancellation);
        TableEntity row = Row.Of(Partition, Beginning + planId, change(before));
        try
        {
            if (etag is { } read) await _table.UpdateEntityAsync(row, read, TableUpdateMode.Replace, cancellation);
            else await _table.AddEntityAsync(row, cancellation);
        }
        catch (RequestFailedException e) when (Conflict.IsStale(e) || Conflict.IsDuplicate(e))
        {
            throw new RuleBrokenException(Rule.SharesChanged);
        }
        finally
        {
            _known.Forget(planId);
        }
    }

    private async Task<(PlanShares Shares, ETag? ETag)> ReadAsync(PlanId planId, CancellationToken cancellation) =>
        await Heads.FindAsync<PlanShares>(_table, Partition, Beginning + planId, cancellation) is var (shares, etag) ? (shares, etag) : (PlanShares.None, null);
}
