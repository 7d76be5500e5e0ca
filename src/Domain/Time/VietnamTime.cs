namespace NtmServerless.Domain.Time;

/// <summary>
/// Asia/Ho_Chi_Minh: UTC+7 all year. A fixed offset on purpose: Vietnam has had no daylight saving since 1975, and the
/// functions platform has no time zone data of its own to rely on.
/// </summary>
public static class VietnamTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>
    /// Whether a date can be one of a plan's year. What lies beyond cannot be meant, and is so near the end of the calendar
    /// that reckoning with it may leave it.
    /// </summary>
    public static bool IsWithinReach(DateOnly date) => date.Year is >= 2000 and <= 2100;

    /// <summary>The calendar date in Vietnam at a moment.</summary>
    public static DateOnly DateOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Offset).DateTime);

    /// <summary>The moment (UTC) of a local date and time of day.</summary>
    public static DateTimeOffset At(DateOnly date, TimeOnly time) => new DateTimeOffset(date.ToDateTime(time), Offset).ToUniversalTime();

    /// <summary>The first moment (UTC) of a local date.</summary>
    public static DateTimeOffset StartOf(DateOnly date) => At(date, TimeOnly.MinValue);
}
