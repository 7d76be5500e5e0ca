namespace NtmServerless.Storage.Audit;

/// <summary>A notice as it is kept with the class, to be sent and to be shown.</summary>
public sealed record StoredNotice(Notice Notice, DateTimeOffset At);
