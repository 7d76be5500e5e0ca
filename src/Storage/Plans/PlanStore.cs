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
public sealed class PlanStore(RecordsStorage storage)
{
    // Partition of the rows; the row key is the plan's id.
    private const string Partition = "plan";
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(30);

    private readonly TableClient _table = storage.Table(StorageNames.Plans);
    private readonly BlobContainerClient _files = storage.Container(StorageNames.PlanFiles);
    private readonly ConcurrentDictionary<string, (Plan Plan, long At)> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Plan> _parsed = new(StringComparer.Ordinal);

    public async Task<Plan?> FindAsync(string planId, CancellationToken cancellation)
    {
        if (_known.TryGetValue(planId, out (Plan Plan, long At) known) && TimeProvider.System.GetElapsedTime(known.At) < Remembered) return known.Plan;
        if (!Key.IsValid(planId)) return null;
        NullableResponse<TableEntity> row = await _table.GetEntityIfExistsAsync<TableEntity>(Partition, planId, cancellationToken: cancellation);
        if (!row.HasValue) return null;
        Plan plan = await ParseAsync(row.Value!.GetString("Blob"), cancellation);
        _known[planId] = (plan, TimeProvider.System.GetTimestamp());
        return plan;
    }

    public async Task<IReadOnlyList<Plan>> ListAsync(CancellationToken cancellation)
    {
        List<Plan> plans = [];
        await foreach (TableEntity row in _table.QueryAsync<TableEntity>($"PartitionKey eq '{Partition}'", cancellationToken: cancellation))
            plans.Add(await ParseAsync(row.GetString("Blob"), cancellation));
        return plans;
    }

    /// <summary>Puts a plan in force. The same file again changes nothing.</summary>
    public async Task PutAsync(Plan plan, DateTimeOffset now, CancellationToken cancellation)
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

        await _table.UpsertEntityAsync(
            new TableEntity(Partition, plan.Id) { ["Blob"] = blob, ["Year"] = plan.Year, ["PutAt"] = now }, TableUpdateMode.Replace, cancellation);
        _known.TryRemove(plan.Id, out _);
    }

    private async Task<Plan> ParseAsync(string blob, CancellationToken cancellation)
    {
        if (_parsed.TryGetValue(blob, out Plan? parsed)) return parsed;
        BlobDownloadResult file = await _files.GetBlobClient(blob).DownloadContentAsync(cancellation);
        PlanImportResult read = PlanImport.Read(file.Content.ToMemory().Span);
        Plan plan = read.Plan ?? throw new RecordDamagedException($"Plan {blob} ({read.Errors[0].Code} at {read.Errors[0].Path})");
        return _parsed[blob] = plan;
    }
}
