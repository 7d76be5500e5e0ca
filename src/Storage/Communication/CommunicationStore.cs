using Azure.Data.Tables;

namespace NtmServerless.Storage.Communication;

/// <summary>
/// Communication work, table Communication, partition = plan: <c>act-yyyyMMdd-id</c> for each activity, <c>day-yyyyMMdd</c>
/// for what a day adds up to. Both are written together, so the days are always the sum of the activities.
/// </summary>
public sealed class CommunicationStore(RecordsStorage storage, TimeProvider time)
{
    private const string Activities = "act-";
    private const string Days = "day-";

    private readonly TableClient _table = storage.Table(StorageNames.Communication);

    public Task<CommunicationActivity> LogAsync(
        string planId, Submission submission, CommunicationActivity activity, CancellationToken cancellation) =>
        Heads.RetryAsync(planId, async () =>
        {
            if (await Heads.AnswerAsync<CommunicationActivity>(_table, planId, submission, cancellation) is { } answered) return answered;
            string dayRow = $"{Days}{activity.Date:yyyyMMdd}";
            (CommunicationDay Value, Azure.ETag ETag)? day = await Heads.FindAsync<CommunicationDay>(_table, planId, dayRow, cancellation);
            TableEntity added = Row.Of(planId, dayRow, (day?.Value ?? new CommunicationDay(activity.Date, [])).Add(activity));
            Transaction transaction = new(planId);
            if (day is { } known) transaction.Replace(added, known.ETag);
            else transaction.Add(added);
            transaction.Add(Row.Of(planId, ActivityRow(activity.Date, activity.Id), activity));
            transaction.Add(Heads.Answered(planId, submission, activity));
            transaction.Add(Heads.Audited(planId, submission, "communication-logged", time.GetUtcNow(), activity.Id));
            await transaction.SubmitAsync(_table, cancellation);
            return activity;
        }, cancellation);

    /// <exception cref="RecordMissingException">There is no such activity.</exception>
    public async Task<CommunicationActivity> GetAsync(string planId, DateOnly date, string id, CancellationToken cancellation) =>
        (await Heads.FindAsync<CommunicationActivity>(_table, planId, ActivityRow(date, id), cancellation))?.Value
            ?? throw new RecordMissingException("activity");

    /// <summary>Takes an entry back: the entry and what its day adds up to change together.</summary>
    /// <param name="strike">Decides on the entry; gives it struck out, or throws.</param>
    /// <exception cref="RecordMissingException">There is no such activity.</exception>
    public Task<CommunicationActivity> StrikeOutAsync(
        string planId, DateOnly date, string id, Submission submission, Func<CommunicationActivity, CommunicationActivity> strike,
        CancellationToken cancellation) =>
        Heads.RetryAsync(planId, async () =>
        {
            if (await Heads.AnswerAsync<CommunicationActivity>(_table, planId, submission, cancellation) is { } answered) return answered;
            (CommunicationActivity current, Azure.ETag etag) = await Heads.FindAsync<CommunicationActivity>(_table, planId, ActivityRow(date, id), cancellation)
                ?? throw new RecordMissingException("activity");
            CommunicationActivity struck = strike(current);
            string dayRow = $"{Days}{date:yyyyMMdd}";
            (CommunicationDay day, Azure.ETag dayTag) = await Heads.FindAsync<CommunicationDay>(_table, planId, dayRow, cancellation)
                ?? throw new RecordMissingException("activity");
            Transaction transaction = new(planId);
            transaction.Replace(Row.Of(planId, dayRow, day.Remove(current)), dayTag);
            transaction.Replace(Row.Of(planId, ActivityRow(date, id), struck), etag);
            transaction.Add(Heads.Answered(planId, submission, struck));
            transaction.Add(Heads.Audited(planId, submission, "communication-struck-out", time.GetUtcNow(), id));
            await transaction.SubmitAsync(_table, cancellation);
            return struck;
        }, cancellation);

    /// <summary>What was changed between two moments, the first included, oldest first.</summary>
    public Task<IReadOnlyList<AuditEntry>> AuditAsync(string planId, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation) =>
        Heads.AuditAsync(_table, planId, from, until, cancellation);

    /// <summary>The day rows of a span, both ends included.</summary>
    public async Task<IReadOnlyList<CommunicationDay>> DaysAsync(string planId, DateOnly from, DateOnly to, CancellationToken cancellation) =>
        await ListAsync<CommunicationDay>(planId, Days, from, to, cancellation);

    /// <summary>The activities of a span, both ends included, oldest first.</summary>
    public async Task<IReadOnlyList<CommunicationActivity>> ActivitiesAsync(string planId, DateOnly from, DateOnly to, CancellationToken cancellation) =>
        await ListAsync<CommunicationActivity>(planId, Activities, from, to, cancellation);

    private static string ActivityRow(DateOnly date, string id) => $"{Activities}{date:yyyyMMdd}-{id}";

    private async Task<List<T>> ListAsync<T>(string planId, string prefix, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        string filter = $"PartitionKey eq '{Key.Checked(planId)}' and RowKey ge '{prefix}{from:yyyyMMdd}' and RowKey lt '{prefix}{to.AddDays(1):yyyyMMdd}'";
        List<T> found = [];
        await foreach (TableEntity row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation)) found.Add(Row.Read<T>(row));
        return found;
    }
}
