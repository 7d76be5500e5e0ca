using NCrontab;
using NtmServerless.LocalHost.Functions;

namespace NtmServerless.LocalHost.Timers;

/// <summary>When one timer function runs; all times are UTC of business time.</summary>
internal sealed record TimerSchedule(FunctionEntry Function, CrontabSchedule Crontab, bool RunOnStartup, bool UseMonitor)
{
    /// <summary>The first moment after the given one at which the function is due.</summary>
    public DateTimeOffset NextAfter(DateTimeOffset instant) => new(Crontab.GetNextOccurrence(instant.UtcDateTime), TimeSpan.Zero);
}
