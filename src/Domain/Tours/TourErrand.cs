namespace NtmServerless.Domain.Tours;

/// <summary>The next step of a tour and when it is due (UTC).</summary>
public sealed record TourErrand(TourStep Step, DateTimeOffset DueAt);
