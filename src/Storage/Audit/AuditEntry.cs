namespace NtmServerless.Storage.Audit;

/// <summary>Who changed or looked at what, and when. Names no participant.</summary>
/// <param name="What">The action, or the stage that a class had after it.</param>
/// <param name="Count">How many commands it was, or how many people were looked at.</param>
public sealed record AuditEntry(DateTimeOffset At, IReadOnlyList<Actor> By, string What, int Count = 1, string? Target = null);

/// <summary>A notice as it is kept with the class, to be sent and to be shown.</summary>
public sealed record StoredNotice(Notice Notice, DateTimeOffset At);
