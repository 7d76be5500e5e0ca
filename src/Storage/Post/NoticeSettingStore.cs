using Azure;
using Azure.Data.Tables;

namespace NtmServerless.Storage.Post;

/// <summary>What an office decided about the kinds of notices of a plan: table Post, row <c>words-Kind</c>. Remembered for a short time.</summary>
public sealed class NoticeSettingStore(RecordsStorage storage, TimeProvider time)
{
    private readonly TableClient _table = storage.Table(StorageNames.Post);
    private readonly Remembered<NoticeSettings> _known = new(time);

    public async Task<NoticeSettings> OfPlanAsync(PlanId planId, CancellationToken cancellation) =>
        await _known.FindAsync(planId, async () =>
            new NoticeSettings(await Rows.ListAsync<NoticeSetting>(_table, Key.Range(planId, PostKeys.Settings), cancellation))) ?? NoticeSettings.None;

    /// <summary>As it stands in the storage now.</summary>
    public async Task<NoticeSetting> GetAsync(PlanId planId, NoticeKind kind, CancellationToken cancellation) =>
        (await Heads.FindAsync<NoticeSetting>(_table, planId, PostKeys.Setting(kind), cancellation))?.Value ?? new NoticeSetting(kind);

    /// <summary>Keeps a decision that was made on a version; the same decision again changes nothing.</summary>
    /// <returns>What stands now, and whether it was changed.</returns>
    /// <exception cref="RuleBrokenException"><see cref="Rule.NoticeChanged"/>: it is another version by now.</exception>
    public async Task<(NoticeSetting Setting, bool Changed)> ChangeAsync(
        PlanId planId, NoticeKind kind, int version, string by, DateTimeOffset now, Func<NoticeSetting, NoticeSetting> change, CancellationToken cancellation)
    {
        string row = PostKeys.Setting(kind);
        (NoticeSetting Value, ETag ETag)? stands = await Heads.FindAsync<NoticeSetting>(_table, planId, row, cancellation);
        NoticeSetting current = stands?.Value ?? new NoticeSetting(kind);
        NoticeSetting wanted = change(current);
        // A second tap, or an answer that was lost.
        if (wanted.SaysTheSameAs(current)) return (current, false);
        if (current.Version != version) throw new RuleBrokenException(Rule.NoticeChanged);
        NoticeSetting changed = wanted with { Version = version + 1, ChangedAt = now, ChangedBy = by };
        try
        {
            TableEntity entity = Row.Of(planId, row, changed);
            if (stands is { } read) await _table.UpdateEntityAsync(entity, read.ETag, TableUpdateMode.Replace, cancellation);
            else await _table.AddEntityAsync(entity, cancellation);
        }
        catch (RequestFailedException e) when (Conflict.IsStale(e) || Conflict.IsDuplicate(e))
        {
            throw new RuleBrokenException(Rule.NoticeChanged);
        }
        finally
        {
            _known.Forget(planId);
        }

        return (changed, true);
    }
}
