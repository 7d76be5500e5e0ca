using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace NtmServerless.Storage.PeriodicReports;

/// <summary>
/// Periodic and ad-hoc reports: table Reports, partition = plan. A report's row has its id; beside it, in one transaction with
/// it, <c>answer.report.unit.revision</c>, <c>notice-report-…</c>, <c>out-…</c>, <c>key-…</c> and <c>audit-…</c>. What people read is a blob
/// <c>planId/id.html</c>.
/// </summary>
public sealed class PeriodicReportStore(RecordsStorage storage, PostOffice post, TimeProvider time)
{
    // Ids of reports begin with the kind of their period; nothing else in the partition does.
    private static readonly string[] Kinds = ["half-", "month-", "quarter-", "span-", "supplement-", "year-"];

    private readonly TableClient _table = storage.Table(StorageNames.Reports);
    private readonly LifecycleStore<PeriodicReport> _store = new(
        storage.Table(StorageNames.Reports), time, new NoticeOutbox(storage.Table(StorageNames.Reports), post), report => (report.PlanId, report.Id));
    private readonly BlobContainerClient _files = storage.Container(StorageNames.ReportFiles);

    public async Task<IReadOnlyList<PeriodicReport>> OfPlanAsync(PlanId planId, CancellationToken cancellation)
    {
        string ranges = string.Join(" or ", Kinds.Select(k => $"(RowKey ge '{k}' and RowKey lt '{Key.After(k)}')"));
        return await ListAsync<PeriodicReport>($"PartitionKey eq '{Key.Checked(planId)}' and ({ranges})", cancellation);
    }

    /// <exception cref="RecordMissingException">There is no such report.</exception>
    public async Task<PeriodicReport> GetAsync(PlanId planId, string id, CancellationToken cancellation) =>
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

    /// <summary>
    /// Decides on a report and commits report, answer, notices and audit together. The same submission again gives the first
    /// answer again; a decision that changes nothing writes nothing.
    /// </summary>
    /// <param name="what">Code of the audit trail.</param>
    /// <param name="decide">May be asked again when somebody else was faster.</param>
    /// <param name="answer">What is answered, and kept under the submission's key.</param>
    public Task<T> WriteAsync<T>(
        PlanId planId, string id, Submission submission, string what, ICourier courier, Func<PeriodicReport, Task<ReportChange>> decide,
        Func<ReportChange, T> answer, CancellationToken cancellation)
        where T : class =>
        _store.ChangeAsync(planId, id, submission, async change => answer(await DecideAsync(change, id, what, decide)), cancellation, courier);

    /// <summary>Carries out a step of the report's own checklist, which decides anew whether it is due; needs no key.</summary>
    public Task<PeriodicReport> StepAsync(
        PlanId planId, string id, string what, ICourier courier, Func<PeriodicReport, Task<ReportChange>> decide, CancellationToken cancellation) =>
        _store.StepAsync(planId, id, what, async change => (await DecideAsync(change, id, what, decide)).Outcome.Report, cancellation, courier);

    /// <summary>Posts what a crash left behind. Gives the number of outbox rows found.</summary>
    /// <exception cref="AggregateException">Some could not be posted and stay; all others were.</exception>
    public Task<int> SweepAsync(ICourier courier, CancellationToken cancellation) => _store.SweepAsync(courier, cancellation);

    /// <summary>Wakes a report's cycle after a commit. Where that fails the change is committed all the same, and it is tried again.</summary>
    public Task WakeAsync(IWaker<PeriodicReport> waker, PeriodicReport report, CancellationToken cancellation) => _store.WakeAsync(waker, report, cancellation);

    /// <summary>Posts, and wakes, what this process committed and could not. Gives how much was found.</summary>
    public Task<int> PublishLateAsync(IWaker<PeriodicReport> waker, CancellationToken cancellation) => _store.PublishLateAsync(waker, cancellation);

    /// <summary>The answers to a report that hold, by unit.</summary>
    public async Task<IReadOnlyList<UnitAnswer>> AnswersAsync(PlanId planId, string id, CancellationToken cancellation) =>
    [
        .. (await ListAsync<UnitAnswer>(Key.Range(planId, $"answer.{Key.Checked(id)}."), cancellation))
            .GroupBy(a => a.UnitId, StringComparer.Ordinal).Select(g => g.MaxBy(a => a.Revision)!),
    ];

    /// <summary>Everything that a unit answered to a report, the first first.</summary>
    public async Task<IReadOnlyList<UnitAnswer>> HistoryAsync(PlanId planId, string id, string unitId, CancellationToken cancellation) =>
        await ListAsync<UnitAnswer>(Key.Range(planId, $"answer.{Key.Checked(id)}.{Key.Checked(unitId)}."), cancellation);

    public async Task<IReadOnlyList<StoredNotice>> NoticesAsync(PlanId planId, string id, CancellationToken cancellation) =>
        await ListAsync<StoredNotice>(Key.Range(planId, $"notice-{Key.Checked(id)}-"), cancellation);

    /// <summary>What was changed between two moments, the first included, oldest first.</summary>
    public Task<IReadOnlyList<AuditEntry>> AuditAsync(PlanId planId, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation) =>
        _store.AuditAsync(planId, from, until, cancellation);

    private static async Task<ReportChange> DecideAsync(RecordChange change, string id, string what, Func<PeriodicReport, Task<ReportChange>> decide)
    {
        PeriodicReport current = await change.FindAsync<PeriodicReport>(id) ?? throw new RecordMissingException("report");
        ReportChange decided = await decide(current);
        // The decision left the report as it was: nothing is written.
        if (ReferenceEquals(decided.Outcome.Report, current)) return decided;
        change.Write(id, decided.Outcome.Report);
        change.Audit(what, id);
        if (decided.Answer is { } a) change.Write($"answer.{id}.{a.UnitId}.{a.Revision:0000}", a);
        change.Tell(new PostSubject(PostSubjectKind.Report, id), "report", decided.Outcome.Notices);
        return decided;
    }

    private Task<List<T>> ListAsync<T>(string filter, CancellationToken cancellation) => Rows.ListAsync<T>(_table, filter, cancellation);

    public async Task StoreHtmlAsync(PeriodicReport report, string html, CancellationToken cancellation) =>
        await Html(report.PlanId, report.Id).UploadAsync(BinaryData.FromString(html),
            new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "text/html; charset=utf-8" } }, cancellation);

    public async Task<string> ReadHtmlAsync(PlanId planId, string id, CancellationToken cancellation)
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

    private BlobClient Html(PlanId planId, string id) => _files.GetBlobClient($"{Key.Checked(planId)}/{Key.Checked(id)}.html");
}
