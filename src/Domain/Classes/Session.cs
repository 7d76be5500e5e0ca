namespace NtmServerless.Domain.Classes;

/// <summary>A half-day of a class. Times are moments (UTC); the local date is that of Vietnam.</summary>
/// <param name="Number">1 for the first session of the class; a rescheduled session keeps its number.</param>
public sealed record Session(int Number, DateTimeOffset StartsAt, DateTimeOffset EndsAt);
