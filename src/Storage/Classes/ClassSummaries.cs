using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;

namespace NtmServerless.Storage.Classes;

/// <summary>One row a class in one partition a plan: what lists, progress and reports read, whatever the number of registrations.</summary>
public sealed class ClassSummaries(RecordsStorage storage)
{
    private readonly TableClient _table = storage.Table(StorageNames.ClassSummaries);

    public async Task<IReadOnlyList<TrainingClass>> OfPlanAsync(PlanId planId, CancellationToken cancellation)
    {
        List<TrainingClass> classes = [];
        await foreach (TrainingClass c in EachAsync(planId, cancellation)) classes.Add(c);
        return classes;
    }

    /// <summary>One after the other, a page of rows in memory at a time: for who adds them up.</summary>
    public async IAsyncEnumerable<TrainingClass> EachAsync(PlanId planId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string filter = $"PartitionKey eq '{Key.Checked(planId)}' and RowKey ne '{PlanCounter}'";
        await foreach (TrainingClass c in Rows.EachAsync<TrainingClass>(_table, filter, cancellation)) yield return c;
    }

    // One row that every new class of the plan moves, so that two officers cannot both take the last class of a stream; it holds the shares
    // too (ShareStore), so that nobody plans by those of before.
    internal const string PlanCounter = "counter";

    internal const string Moves = "Classes";

    internal TableClient Table => _table;

    /// <summary>Writes the summary of a head unless a newer one is there. Gives the row's ETag for the next time.</summary>
    internal async Task<ETag?> WriteAsync(ClassHead head, ETag? known, CancellationToken cancellation)
    {
        for (; ; )
        {
            if (known is null)
            {
                NullableResponse<TableEntity> found =
                    await _table.GetEntityIfExistsAsync<TableEntity>(head.Class.PlanId, head.Class.Id, cancellationToken: cancellation);
                TableEntity? row = found.HasValue ? found.Value : null;
                if (row?.GetInt64("Version") >= head.Version) return null;
                known = row?.ETag;
            }

            try
            {
                Response written = known is { } etag
                    ? await _table.UpdateEntityAsync(head.WriteSummary(), etag, TableUpdateMode.Replace, cancellation)
                    : await _table.AddEntityAsync(head.WriteSummary(), cancellation);
                return written.Headers.ETag;
            }
            catch (RequestFailedException e) when (Conflict.IsStale(e) || Conflict.IsDuplicate(e) || known is not null && Conflict.IsMissing(e))
            {
                known = null;
            }
        }
    }
}
