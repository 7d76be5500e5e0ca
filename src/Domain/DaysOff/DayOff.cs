namespace NtmServerless.Domain.DaysOff;

/// <summary>A day that is off, and why.</summary>
/// <param name="Name">The office's words; null where the law makes it a holiday.</param>
public sealed record DayOff(DateOnly Day, Holiday Holiday, string? Name = null);
