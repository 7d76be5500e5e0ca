namespace NtmServerless.Domain.Post;

/// <summary>A notice in the inbox of one unit. It names no participant.</summary>
/// <param name="Id">Unique in the unit's inbox; newer ones sort first.</param>
/// <param name="ReadBy">Name of the officer who marked it read.</param>
/// <param name="Day">See <see cref="Notice.Day"/>.</param>
/// <param name="Order">Place of its commit among those of the record, for lines of one moment; null in older entries, and where nothing counts them.</param>
public sealed record InboxEntry(
    string Id,
    string UnitId,
    NoticeKind Kind,
    PostSubject About,
    DateTimeOffset At,
    string? Detail = null,
    IReadOnlyList<string>? Attachments = null,
    DateTimeOffset? ReadAt = null,
    [property: Personal(PersonalDatum.Trace)] string? ReadBy = null,
    DateOnly? Day = null,
    long? Order = null)
{
    /// <summary>As an inbox shows it: unread first, then newest first; what was told at one moment stands in the order in which it happened.</summary>
    public static IEnumerable<InboxEntry> InOrder(IEnumerable<InboxEntry> entries) => entries
        .OrderBy(e => e.ReadAt is not null).ThenByDescending(e => e.At).ThenByDescending(e => e.Order).ThenBy(e => e.Id, StringComparer.Ordinal);
}
