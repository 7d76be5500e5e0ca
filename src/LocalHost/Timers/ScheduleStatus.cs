namespace NtmServerless.LocalHost.Timers;

/// <summary>What is remembered of a schedule's runs, in UTC of business time; as the official host has and changes it.</summary>
/// <param name="Last">The last run; the first day of the calendar when it never ran.</param>
/// <param name="Next">When it is due.</param>
/// <param name="LastUpdated">When this was written.</param>
internal sealed record ScheduleStatus(DateTime Last, DateTime Next, DateTime LastUpdated)
{
    /// <summary>A schedule that was never seen: nothing was missed, Last says never.</summary>
    public static ScheduleStatus Begin(TimerSchedule schedule, DateTimeOffset now) =>
        new(default, schedule.NextAfter(now).UtcDateTime, now.UtcDateTime);

    /// <summary>After a run.</summary>
    public static ScheduleStatus Ran(TimerSchedule schedule, DateTimeOffset at) =>
        new(at.UtcDateTime, schedule.NextAfter(at).UtcDateTime, at.UtcDateTime);

    /// <summary>
    /// A remembered schedule. Next is worked out again from the last run (or from when it was first seen), so that a
    /// schedule changed meanwhile does not report a run as missed that it no longer asks for.
    /// </summary>
    public ScheduleStatus TakeUp(TimerSchedule schedule) => this with
    {
        Next = schedule.NextAfter(new DateTimeOffset(Last == default ? LastUpdated : Last, TimeSpan.Zero)).UtcDateTime,
    };
}
