namespace NtmServerless.Rehearsal.Year;

/// <summary>Moments of the rehearsed year, in Vietnam.</summary>
internal static class Moment
{
    public static DateTimeOffset On(DateOnly day, int hour, int minute = 0) =>
        new(day.ToDateTime(new TimeOnly(hour, minute)), TimeSpan.FromHours(7));
}
