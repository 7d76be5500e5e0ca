namespace NtmServerless.Domain.Classes;

/// <summary>The next step of a class and when it is due (UTC).</summary>
public sealed record ClassErrand(ClassStep Step, DateTimeOffset DueAt);
