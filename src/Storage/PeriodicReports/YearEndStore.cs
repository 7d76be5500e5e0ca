using Azure.Data.Tables;

namespace NtmServerless.Storage.PeriodicReports;

/// <summary>What an office decided at the end of a plan's year: table Reports, partition = plan, row <c>end-of-year</c>.</summary>
public sealed class YearEndStore(RecordsStorage storage, TimeProvider time)
{
    private const string RowKey = "end-of-year";

    private readonly TableClient _table = storage.Table(StorageNames.Reports);
    private readonly RecordStore _store = new(storage.Table(StorageNames.Reports), time);

    public async Task<YearEndKept> FindAsync(PlanId planId, CancellationToken cancellation) =>
        (await Heads.FindAsync<YearEndKept>(_table, planId, RowKey, cancellation))?.Value ?? new YearEndKept();

    /// <param name="what">Code of the audit trail.</param>
    /// <param name="change">May be asked again when somebody else was faster.</param>
    public Task<YearEndKept> ChangeAsync(PlanId planId, Submission submission, string what, Func<YearEndKept, YearEndKept> change,
        CancellationToken cancellation) =>
        _store.ChangeAsync(planId, planId, submission, async record =>
        {
            YearEndKept before = await record.FindAsync<YearEndKept>(RowKey) ?? new YearEndKept();
            YearEndKept after = change(before);
            if (ReferenceEquals(before, after)) return before;
            record.Write(RowKey, after);
            record.Audit(what, planId);
            return after;
        }, cancellation);
}
