namespace NtmServerless.Functions.Practice;

/// <summary>Where a practice clock is to go: a moment that a button names, or a day, on which it stops in the morning.</summary>
public sealed record ClockForm(DateTimeOffset? Until, DateOnly? Date)
{
    private const int MostYears = 1;
    private static readonly TimeOnly Morning = new(7, 0);

    /// <exception cref="InvalidInputException">It names nothing, a moment that is past, or one too far.</exception>
    public DateTimeOffset Check(DateTimeOffset now)
    {
        Checks checks = new();
        checks.Require(Until is not null || Date is not null, "date", "required");
        checks.ThrowIfAny();
        // Days at the calendar's end have no such moment.
        bool isNear = Until is { } moment ? moment <= now.AddYears(MostYears) : Date <= VietnamTime.DateOf(now).AddYears(MostYears);
        checks.Require(isNear, "date", "too-far", ("years", MostYears));
        checks.ThrowIfAny();
        DateTimeOffset until = Until ?? VietnamTime.At(Date!.Value, Morning);
        // A button of a page that stood open for long names a moment that came by itself: nothing is left to do, nothing is wrong.
        checks.Require(Until is not null || until > now, "date", "in-the-past");
        checks.ThrowIfAny();
        return until.ToUniversalTime();
    }
}
