namespace NtmServerless.LocalHost.Timers;

/// <summary>How the remembered status of a schedule changes; as the official host does it.</summary>
internal static class ScheduleMemory
{
    /// <summary>A schedule that was never seen: nothing was missed, Last says never.</summary>
    public static ScheduleStatus Begin(TimerSchedule schedule, DateTimeOffset now) => new()
    {
        Next = schedule.NextAfter(now).UtcDateTime,
        LastUpdated = now.UtcDateTime,
    };

    /// <summary>
    /// A remembered schedule. Next is worked out again from the last run (or from when it was first seen), so that a
    /// schedule changed meanwhile does not report a run as missed that it no longer asks for.
    /// </summary>
    public static ScheduleStatus TakeUp(TimerSchedule schedule, ScheduleStatus kept)
    {
        DateTime since = kept.Last == default ? kept.LastUpdated : kept.Last;
        return new ScheduleStatus
        {
            Last = kept.Last,
            Next = schedule.NextAfter(new DateTimeOffset(since, TimeSpan.Zero)).UtcDateTime,
            LastUpdated = kept.LastUpdated,
        };
    }

    /// <summary>After a run.</summary>
    public static ScheduleStatus Ran(TimerSchedule schedule, DateTimeOffset at) => new()
    {
        Last = at.UtcDateTime,
        Next = schedule.NextAfter(at).UtcDateTime,
        LastUpdated = at.UtcDateTime,
    };
}
