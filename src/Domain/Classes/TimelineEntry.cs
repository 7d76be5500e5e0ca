namespace NtmServerless.Domain.Classes;

/// <summary>A line of a class's time line.</summary>
/// <param name="At">When it happened or is due (UTC); null: at no known time, or at once.</param>
/// <param name="Dates">The dates that were kept in spite of warnings, and why; null where it is about something else.</param>
public sealed record TimelineEntry(ClassMoment What, DateTimeOffset? At, MomentState State, MomentBy By, DateChoice? Dates = null);
