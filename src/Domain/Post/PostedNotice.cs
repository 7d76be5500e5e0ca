namespace NtmServerless.Domain.Post;

/// <summary>A notice as it was posted: what its messages are written from.</summary>
public sealed record PostedNotice(NoticeKind Kind, PostSubject About, DateTimeOffset At, string? Detail, IReadOnlyList<string>? Attachments);
