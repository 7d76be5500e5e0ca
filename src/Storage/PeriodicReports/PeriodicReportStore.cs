using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace NtmServerless.Storage.PeriodicReports;

/// <summary>A change of a report's records, as a command decides it.</summary>
/// <param name="Answer">A unit's answer that comes with it.</param>
public sealed record ReportChange(ReportOutcome Outcome, UnitAnswer? Answer = null)
{
    /// <summary>The decision left the report as it was: nothing is written.</summary>
    internal bool IsNone { get; init; }
}

/// <summary>
/// Periodic and ad-hoc reports: table Reports, partition = plan. A report's row has its id; beside it, in one transaction with
/// it, <c>answer.report.unit.revision</c>, <c>notice-report-…</c>, <c>out-…</c>, <c>key-…</c> and <c>audit-…</c>. What people read is a blob
/// <c>planId/id.html</c>.
/// </summary>
public sealed class PeriodicReportStore(RecordsStorage storage, PostOffice post, TimeProvider time)
{
    // Ids of reports begin with the kind of their period; nothing else in the partition does.
    private static readonly string[] Kinds = ["half-", "month-", "quarter-", "span-", "year-"];

    private readonly NoticeOutbox _outbox = new(storage.Table(StorageNames.Reports), post);
    private readonly TableClient _table = storage.Table(StorageNames.Reports);
    private readonly BlobContainerClient _files = storage.Container(StorageNames.ReportFiles);

    public async Task<IReadOnlyList<PeriodicReport>> OfPlanAsync(string planId, CancellationToken cancellation)
    {
        string ranges = string.Join(" or ", Kinds.Select(k => $"(RowKey ge '{k}' and RowKey lt '{Key.After(k)}')"));
        return await ListAsync<PeriodicReport>($"PartitionKey eq '{Key.Checked(planId)}' and ({ranges})", cancellation);
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

    /// <summary>
    /// Decides on a report and commits report, answer, notices and audit together. The same submission again gives the first
    /// answer again; a decision that changes nothing writes nothing.
    /// </summary>
    /// <param name="what">Code of the audit trail.</param>
    /// <param name="decide">May be asked again when somebody else was faster.</param>
    /// <param name="answer">What is answered, and kept under the submission's key.</param>
    public async Task<T> WriteAsync<T>(
        string planId, string id, Submission submission, string what, ICourier courier, Func<PeriodicReport, Task<ReportChange>> decide,
        Func<ReportChange, T> answer, CancellationToken cancellation)
        where T : class
    {
        (T given, Posting? posting) = await Heads.RetryAsync<(T, Posting?)>(id, async () =>
        {
            if (await Heads.AnswerAsync<T>(_table, planId, submission, cancellation) is { } answered) return (answered, null);
            (ReportChange change, Azure.ETag etag) = await DecideAsync(planId, id, decide, cancellation);
            T given = answer(change);
            if (change.IsNone) return (given, null);
            (Transaction transaction, Posting posting) = Of(planId, id, submission, what, change, etag);
            transaction.Add(Heads.Answered(planId, submission, given));
            await transaction.SubmitAsync(_table, cancellation);
            return (given, posting);
        }, cancellation);
        if (posting is not null) await _outbox.PublishAsync(posting, courier, cancellation);
        return given;
    }

    /// <summary>Carries out a step of the report's own checklist, which decides anew whether it is due; needs no key.</summary>
    public async Task<PeriodicReport> StepAsync(
        string planId, string id, string what, ICourier courier, Func<PeriodicReport, Task<ReportChange>> decide, CancellationToken cancellation)
    {
        (PeriodicReport report, Posting? posting) = await Heads.RetryAsync<(PeriodicReport, Posting?)>(id, async () =>
        {
            (ReportChange change, Azure.ETag etag) = await DecideAsync(planId, id, decide, cancellation);
            if (change.IsNone) return (change.Outcome.Report, null);
            Submission step = new($"step/{Guid.NewGuid():N}", what, Actor.Lifecycle);
            (Transaction transaction, Posting posting) = Of(planId, id, step, what, change, etag);
            await transaction.SubmitAsync(_table, cancellation);
            return (change.Outcome.Report, posting);
        }, cancellation);
        if (posting is not null) await _outbox.PublishAsync(posting, courier, cancellation);
        return report;
    }

    /// <summary>Posts what a crash left behind. Gives the number of outbox rows found.</summary>
    /// <exception cref="AggregateException">Some could not be posted and stay; all others were.</exception>
    public Task<int> SweepAsync(ICourier courier, CancellationToken cancellation) => _outbox.SweepAsync(null, courier, cancellation);

    /// <summary>Wakes a report's cycle after a commit. Where that fails the change is committed all the same, and it is tried again.</summary>
    public Task WakeAsync(IWaker<PeriodicReport> waker, PeriodicReport report, CancellationToken cancellation) =>
        OutboxRows.OfThisProcess.OweAsync(_table.Name, report.PlanId, report.Id, () => waker.WakeAsync(report, cancellation));

    /// <summary>Posts, and wakes, what this process committed and could not. Gives how much was found.</summary>
    public Task<int> PublishLateAsync(IWaker<PeriodicReport> waker, CancellationToken cancellation) =>
        OutboxRows.OfThisProcess.TryAgainAsync(_table.Name, async (planId, open) =>
        {
            string[] owed = [.. open.Where(row => !OutboxRows.IsRow(row))];
            foreach (string id in owed)
            {
                await waker.WakeAsync(await GetAsync(planId, id, cancellation), cancellation);
                OutboxRows.OfThisProcess.TakenAway(_table.Name, planId, id);
            }

            return owed.Length + await _outbox.SweepAsync(planId, waker, cancellation);
        });

    /// <summary>The answers to a report that hold, by unit.</summary>
    public async Task<IReadOnlyList<UnitAnswer>> AnswersAsync(string planId, string id, CancellationToken cancellation) =>
    [
        .. (await ListAsync<UnitAnswer>(Key.Range(planId, $"answer.{Key.Checked(id)}."), cancellation))
            .GroupBy(a => a.UnitId, StringComparer.Ordinal).Select(g => g.MaxBy(a => a.Revision)!),
    ];

    /// <summary>Everything that a unit answered to a report, the first first.</summary>
    public async Task<IReadOnlyList<UnitAnswer>> HistoryAsync(string planId, string id, string unitId, CancellationToken cancellation) =>
        await ListAsync<UnitAnswer>(Key.Range(planId, $"answer.{Key.Checked(id)}.{Key.Checked(unitId)}."), cancellation);

    public async Task<IReadOnlyList<StoredNotice>> NoticesAsync(string planId, string id, CancellationToken cancellation) =>
        await ListAsync<StoredNotice>(Key.Range(planId, $"notice-{Key.Checked(id)}-"), cancellation);

    /// <summary>What was changed between two moments, the first included, oldest first.</summary>
    public Task<IReadOnlyList<AuditEntry>> AuditAsync(string planId, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation) =>
        Heads.AuditAsync(_table, planId, from, until, cancellation);

    private async Task<(ReportChange Change, Azure.ETag ETag)> DecideAsync(
        string planId, string id, Func<PeriodicReport, Task<ReportChange>> decide, CancellationToken cancellation)
    {
        (PeriodicReport current, Azure.ETag etag) = await Heads.FindAsync<PeriodicReport>(_table, planId, id, cancellation)
            ?? throw new RecordMissingException("report");
        ReportChange change = await decide(current);
        return (change with { IsNone = ReferenceEquals(change.Outcome.Report, current) }, etag);
    }

    private (Transaction Transaction, Posting Posting) Of(string planId, string id, Submission submission, string what, ReportChange change, Azure.ETag etag)
    {
        DateTimeOffset now = time.GetUtcNow();
        Transaction transaction = new(planId);
        transaction.Replace(Row.Of(planId, id, change.Outcome.Report), etag);
        transaction.Add(Heads.Audited(planId, submission, what, now, id));
        if (change.Answer is { } a) transaction.Add(Row.Of(planId, $"answer.{id}.{a.UnitId}.{a.Revision:0000}", a));
        // Two decisions may fall on one instant: business time can stand still.
        string place = $"notice-{id}-{now.UtcTicks:0000000000000000000}-{Key.Hash(submission.Key)[..8]}";
        foreach ((int number, Notice notice) in change.Outcome.Notices.Index())
            transaction.Add(Row.Of(planId, $"{place}-{number}", new StoredNotice(notice, now)));
        Posting posting = new(planId, new PostSubject(PostSubjectKind.Report, id), $"report/{id}/{submission.Key}", now, change.Outcome.Notices);
        NoticeOutbox.Stage(transaction, posting);
        return (transaction, posting);
    }

    private async Task<List<T>> ListAsync<T>(string filter, CancellationToken cancellation)
    {
        List<T> found = [];
        await foreach (TableEntity row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation)) found.Add(Row.Read<T>(row));
        return found;
    }

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
