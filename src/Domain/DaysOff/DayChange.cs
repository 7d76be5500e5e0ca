namespace NtmServerless.Domain.DaysOff;

/// <summary>A day that the office set otherwise than the law has it.</summary>
/// <param name="Rule">Never <see cref="DayRule.ByLaw"/>.</param>
/// <param name="Reason">In the office's words, such as the number of the notice that orders it.</param>
/// <param name="At">When it was set (UTC).</param>
/// <param name="ByName">Name of the officer who set it.</param>
/// <param name="For">The day off that this one is worked for; null: for none, or from before it was kept.</param>
public sealed record DayChange(
    DateOnly Day, DayRule Rule, string Reason, DateTimeOffset At, [property: Personal(PersonalDatum.Trace)] string ByName, DateOnly? For = null);
