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
    private readonly RecordStore _store = new(storage.Table(StorageNames.Communication), time);

    public Task<CommunicationActivity> LogAsync(
        PlanId planId, Submission submission, CommunicationActivity activity, CancellationToken cancellation) =>
        LogAsync(planId, submission, () => Task.FromResult(activity), cancellation);

    /// <param name="look">Gives the entry, or throws; not asked when the submission was taken before.</param>
    public Task<CommunicationActivity> LogAsync(
        PlanId planId, Submission submission, Func<Task<CommunicationActivity>> look, CancellationToken cancellation) =>
        _store.ChangeAsync(planId, planId, submission, async change =>
        {
            CommunicationActivity activity = await look();
            string row = DayRow(activity.Date);
            CommunicationDay day = await change.FindAsync<CommunicationDay>(row) ?? new CommunicationDay(activity.Date, []);
            change.Write(row, day.Add(activity));
            change.Write(ActivityRow(activity.Date, activity.Id), activity);
            change.Audit("communication-logged", activity.Id);
            return activity;
        }, cancellation);

    /// <exception cref="RecordMissingException">There is no such activity.</exception>
    public async Task<CommunicationActivity> GetAsync(PlanId planId, DateOnly date, string id, CancellationToken cancellation) =>
        (await Heads.FindAsync<CommunicationActivity>(_table, planId, ActivityRow(date, id), cancellation))?.Value
            ?? throw new RecordMissingException("activity");

    /// <summary>Takes an entry back: the entry and what its day adds up to change together.</summary>
    /// <param name="strike">Decides on the entry; gives it struck out, or throws.</param>
    /// <exception cref="RecordMissingException">There is no such activity.</exception>
    public Task<CommunicationActivity> StrikeOutAsync(
        PlanId planId, DateOnly date, string id, Submission submission, Func<CommunicationActivity, CommunicationActivity> strike,
        CancellationToken cancellation) =>
        _store.ChangeAsync(planId, planId, submission, async change =>
        {
            string row = ActivityRow(date, id), dayRow = DayRow(date);
            CommunicationActivity current = await change.FindAsync<CommunicationActivity>(row) ?? throw new RecordMissingException("activity");
            CommunicationActivity struck = strike(current);
            CommunicationDay day = await change.FindAsync<CommunicationDay>(dayRow) ?? throw new RecordMissingException("activity");
            change.Write(dayRow, day.Remove(current));
            change.Write(row, struck);
            change.Audit("communication-struck-out", id);
            return struck;
        }, cancellation);

    /// <summary>What was changed between two moments, the first included, oldest first.</summary>
    public Task<IReadOnlyList<AuditEntry>> AuditAsync(PlanId planId, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation) =>
        _store.AuditAsync(planId, from, until, cancellation);

    /// <summary>The day rows of a span, both ends included.</summary>
    public async Task<IReadOnlyList<CommunicationDay>> DaysAsync(PlanId planId, DateOnly from, DateOnly to, CancellationToken cancellation) =>
        await ListAsync<CommunicationDay>(planId, Days, from, to, cancellation);

    /// <summary>All day rows of a plan.</summary>
    public async Task<IReadOnlyList<CommunicationDay>> DaysAsync(PlanId planId, CancellationToken cancellation) =>
        await Rows.ListAsync<CommunicationDay>(_table, Key.Range(planId, Days), cancellation);

    /// <summary>The activities of a span, both ends included, oldest first.</summary>
    public async Task<IReadOnlyList<CommunicationActivity>> ActivitiesAsync(PlanId planId, DateOnly from, DateOnly to, CancellationToken cancellation) =>
        await ListAsync<CommunicationActivity>(planId, Activities, from, to, cancellation);

    private static string DayRow(DateOnly date) => $"{Days}{date:yyyyMMdd}";

    private static string ActivityRow(DateOnly date, string id) => $"{Activities}{date:yyyyMMdd}-{id}";

    private Task<List<T>> ListAsync<T>(PlanId planId, string prefix, DateOnly from, DateOnly to, CancellationToken cancellation) => Rows.ListAsync<T>(
        _table, $"PartitionKey eq '{Key.Checked(planId)}' and RowKey ge '{prefix}{from:yyyyMMdd}' and RowKey lt '{prefix}{to.AddDays(1):yyyyMMdd}'", cancellation);
}
