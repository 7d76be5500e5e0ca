using Azure;
using Azure.Data.Tables;
using NtmServerless.Domain.DaysOff;

namespace NtmServerless.Storage.DaysOff;

/// <summary>What the office decided about days off: table Plans, partition <c>days-off</c>, one row. Remembered for a short time.</summary>
public sealed class DaysOffStore(RecordsStorage storage, TimeProvider time)
{
    internal const string Place = "days-off.office";

    private const string Partition = "days-off";

    private readonly TableClient _table = storage.Table(StorageNames.Plans);
    private readonly Remembered<OfficeDays> _known = new(time);

    public async Task<OfficeDays> FindAsync(CancellationToken cancellation) => await _known.FindAsync("", async () =>
        (await Heads.FindAsync<OfficeDays>(_table, Partition, Place, cancellation))?.Value ?? OfficeDays.None) ?? OfficeDays.None;

    /// <summary>The days as they are worked, with the office's corrections.</summary>
    public async Task<WorkCalendar> CalendarAsync(CancellationToken cancellation) => new(await FindAsync(cancellation));

    /// <summary>Reads, decides and writes over what was read; again where somebody else was faster.</summary>
    public async Task ChangeAsync(Func<OfficeDays, OfficeDays> change, CancellationToken cancellation)
    {
        await Heads.RetryAsync(Partition, async () =>
        {
            (OfficeDays Value, ETag ETag)? before = await Heads.FindAsync<OfficeDays>(_table, Partition, Place, cancellation);
            TableEntity row = Row.Of(Partition, Place, change(before?.Value ?? OfficeDays.None));
            if (before is { ETag: var etag }) await _table.UpdateEntityAsync(row, etag, TableUpdateMode.Replace, cancellation);
            else await _table.AddEntityAsync(row, cancellation);
            return true;
        }, cancellation);
        _known.Forget("");
    }
}
