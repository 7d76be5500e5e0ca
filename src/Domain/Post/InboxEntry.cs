namespace NtmServerless.Domain.Post;

/// <summary>A notice in the inbox of one unit. It names no participant.</summary>
/// <param name="Id">Unique in the unit's inbox; newer ones sort first.</param>
/// <param name="ReadBy">Name of the officer who marked it read.</param>
public sealed record InboxEntry(
    string Id,
    string UnitId,
    NoticeKind Kind,
    PostSubject About,
    DateTimeOffset At,
    string? Detail = null,
    IReadOnlyList<string>? Attachments = null,
    DateTimeOffset? ReadAt = null,
    string? ReadBy = null);

/// <summary>A notice as it was posted: what its messages are written from.</summary>
public sealed record PostedNotice(NoticeKind Kind, PostSubject About, DateTimeOffset At, string? Detail, IReadOnlyList<string>? Attachments);
