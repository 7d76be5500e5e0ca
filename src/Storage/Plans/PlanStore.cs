using System.Collections.Concurrent;
using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace NtmServerless.Storage.Plans;

/// <summary>
/// The plans. A plan's file is a blob <c>planId/sha256.json</c> that nothing overwrites; a row says which one is in force.
/// Rows are remembered for a short time, because every request needs the plan and it changes a few times a year.
/// </summary>
public sealed class PlanStore(RecordsStorage storage, TimeProvider time)
{
    // Partition of the rows; the row key is the plan's id.
    private const string Partition = "plan";

    private readonly TableClient _table = storage.Table(StorageNames.Plans);
    private readonly BlobContainerClient _files = storage.Container(StorageNames.PlanFiles);
    private readonly Remembered<Plan> _known = new(time);
    private readonly Remembered<IReadOnlyList<Plan>> _list = new(time);
    private readonly ConcurrentDictionary<string, Plan> _parsed = new(StringComparer.Ordinal);

    public Task<Plan?> FindAsync(PlanId planId, CancellationToken cancellation) => _known.FindAsync(planId, async () =>
    {
        if (!Key.IsValid(planId)) return null;
        NullableResponse<TableEntity> row = await _table.GetEntityIfExistsAsync<TableEntity>(Partition, planId, cancellationToken: cancellation);
        return row is { HasValue: true, Value: { } kept } ? await ParseAsync(kept.GetString("Blob"), cancellation) : null;
    });

    public async Task<IReadOnlyList<Plan>> ListAsync(CancellationToken cancellation) => await _list.FindAsync("", async () =>
    {
        List<Plan> plans = [];
        await foreach (TableEntity row in _table.QueryAsync<TableEntity>($"PartitionKey eq '{Partition}'", cancellationToken: cancellation))
            plans.Add(await ParseAsync(row.GetString("Blob"), cancellation));
        return plans.Count > 0 ? plans : null;
    }) ?? [];

    /// <summary>Puts a plan in force. The same file again changes nothing.</summary>
    public async Task PutAsync(Plan plan, DateTimeOffset now, CancellationToken cancellation)
    {
        TableEntity row = await RowOfAsync(plan, now, cancellation);
        await _table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
        Forget(plan.Id);
    }

    /// <summary>Changes the plan that is in force; somebody else's change meanwhile is kept.</summary>
    /// <exception cref="RecordMissingException">There is no such plan.</exception>
    /// <exception cref="RecordBusyException">Others changed it each time.</exception>
    public Task<Plan> ChangeAsync(PlanId planId, Func<Plan, Plan> change, DateTimeOffset now, CancellationToken cancellation) =>
        Heads.RetryAsync(planId, async () =>
        {
            if (!Key.IsValid(planId)) throw new RecordMissingException("plan");
            NullableResponse<TableEntity> stands = await _table.GetEntityIfExistsAsync<TableEntity>(Partition, planId, cancellationToken: cancellation);
            if (stands is not { HasValue: true, Value: { } row }) throw new RecordMissingException("plan");
            Plan changed = change(await ParseAsync(row.GetString("Blob"), cancellation));
            await _table.UpdateEntityAsync(await RowOfAsync(changed, now, cancellation), row.ETag, TableUpdateMode.Replace, cancellation);
            Forget(planId);
            return changed;
        }, cancellation);

    private void Forget(PlanId planId)
    {
        _known.Forget(planId);
        _list.Forget("");
    }

    // The file first: a row never names one that is not there.
    private async Task<TableEntity> RowOfAsync(Plan plan, DateTimeOffset now, CancellationToken cancellation)
    {
        byte[] file = System.Text.Encoding.UTF8.GetBytes(PlanExport.Write(plan));
        string blob = $"{Key.Checked(plan.Id)}/{Convert.ToHexStringLower(SHA256.HashData(file))}.json";
        try
        {
            await _files.GetBlobClient(blob).UploadAsync(BinaryData.FromBytes(file),
                new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } }, cancellation);
        }
        catch (RequestFailedException e) when (Conflict.IsDuplicate(e))
        {
            // The same content is there already.
        }

        return new TableEntity(Partition, plan.Id) { ["Blob"] = blob, ["Year"] = plan.Year, ["PutAt"] = now };
    }

    private async Task<Plan> ParseAsync(string blob, CancellationToken cancellation)
    {
        if (_parsed.TryGetValue(blob, out Plan? parsed)) return parsed;
        BlobDownloadResult file = await _files.GetBlobClient(blob).DownloadContentAsync(cancellation);
        PlanImportResult read = PlanImport.Read(file.Content.ToMemory().Span);
        Plan plan = read.Plan
            ?? throw new RecordDamagedException(new DamagedRow(StorageNames.PlanFiles, blob.Split('/')[0], blob, nameof(Plan), $"{read.Errors[0].Code} {read.Errors[0].Path}"));
        return _parsed[blob] = plan;
    }
}
