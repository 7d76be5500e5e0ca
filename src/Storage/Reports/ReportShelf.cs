using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using NtmServerless.Domain.Reporting;
using NtmServerless.Storage.Classes;
using NtmServerless.Storage.Tables;

namespace NtmServerless.Storage.Reports;

/// <summary>Periodic and ad-hoc reports: table Reports, partition = plan, row = report id; what people read is a blob <c>planId/id.html</c>.</summary>
public sealed class ReportShelf(RecordsStorage storage)
{
    private readonly TableClient _table = storage.Table(StorageNames.Reports);
    private readonly BlobContainerClient _files = storage.Container(StorageNames.ReportFiles);

    public async Task<IReadOnlyList<PeriodicReport>> OfPlanAsync(string planId, CancellationToken cancellation)
    {
        List<PeriodicReport> reports = [];
        await foreach (TableEntity row in _table.QueryAsync<TableEntity>($"PartitionKey eq '{Key.Checked(planId)}'", cancellationToken: cancellation))
            reports.Add(Row.Read<PeriodicReport>(row));
        return reports;
    }

    /// <exception cref="RecordMissingException">There is no such report.</exception>
    public async Task<PeriodicReport> GetAsync(string planId, string id, CancellationToken cancellation) =>
        (await Heads.FindAsync<PeriodicReport>(_table, planId, id, cancellation))?.Value ?? throw new RecordMissingException("report");

    /// <summary>Puts a new report on the shelf; one that is there already stays as it is.</summary>
    public async Task<PeriodicReport> AskAsync(PeriodicReport report, CancellationToken cancellation)
    {
        try
        {
            await _table.AddEntityAsync(Row.Of(report.PlanId, report.Id, report), cancellation);
            return report;
        }
        catch (Azure.RequestFailedException e) when (Conflict.IsDuplicate(e))
        {
            return await GetAsync(report.PlanId, report.Id, cancellation);
        }
    }

    public Task<PeriodicReport> ChangeAsync(string planId, string id, Func<PeriodicReport, PeriodicReport> decide, CancellationToken cancellation) =>
        Heads.RetryAsync(id, async () =>
        {
            (PeriodicReport current, Azure.ETag etag) = await Heads.FindAsync<PeriodicReport>(_table, planId, id, cancellation)
                ?? throw new RecordMissingException("report");
            PeriodicReport next = decide(current);
            if (next != current) await _table.UpdateEntityAsync(Row.Of(planId, id, next), etag, TableUpdateMode.Replace, cancellation);
            return next;
        }, cancellation);

    public async Task StoreHtmlAsync(PeriodicReport report, string html, CancellationToken cancellation) =>
        await Html(report.PlanId, report.Id).UploadAsync(BinaryData.FromString(html),
            new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "text/html; charset=utf-8" } }, cancellation);

    public async Task<string> ReadHtmlAsync(string planId, string id, CancellationToken cancellation)
    {
        try
        {
            BlobDownloadResult file = await Html(planId, id).DownloadContentAsync(cancellation);
            return file.Content.ToString();
        }
        catch (Azure.RequestFailedException e) when (Conflict.IsMissing(e))
        {
            throw new RecordMissingException("report");
        }
    }

    private BlobClient Html(string planId, string id) => _files.GetBlobClient($"{Key.Checked(planId)}/{Key.Checked(id)}.html");
}
