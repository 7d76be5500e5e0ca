namespace NtmServerless.Domain.Notices;

/// <summary>A notice as it stands in the history of a class.</summary>
/// <param name="Id">Its place in that history; later ones sort behind.</param>
/// <param name="At">When it was decided (UTC).</param>
public sealed record KeptNotice(string Id, Notice Notice, DateTimeOffset At);
