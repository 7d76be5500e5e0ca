namespace NtmServerless.Domain.Progress;

/// <summary>How much of a span of days is over.</summary>
public static class TimeElapsed
{
    /// <returns>0 before its first day, 1 from its last day on; the day itself counts as over.</returns>
    public static double Of(ReportingPeriod period, DateOnly today)
    {
        int all = period.To.DayNumber - period.From.DayNumber + 1;
        return Math.Clamp((double)(today.DayNumber - period.From.DayNumber + 1) / all, 0, 1);
    }
}
