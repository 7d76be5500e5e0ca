using System.Text.Json;
using Microsoft.Extensions.Logging;
using NtmServerless.LocalHost.Worker;

namespace NtmServerless.LocalHost.Timers;

/// <summary>Runs one timer function; its failure is logged and goes no further.</summary>
internal sealed partial class TimerRuns(Invocations invocations, ILogger<TimerRuns> log)
{
    public async Task RunAsync(TimerSchedule schedule, bool isPastDue, ScheduleStatus? status, CancellationToken cancellation)
    {
        string timer = JsonSerializer.Serialize(new { Schedule = new { AdjustForDST = true }, ScheduleStatus = status, IsPastDue = isPastDue });
        try
        {
            await invocations.RunTimerAsync(schedule.Function, timer, cancellation);
        }
        catch (Exception escaped)
        {
            // A function that fails must not stop the timers of the others.
            LogEscaped(schedule.Function.Name, escaped);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Timer function {Function} failed")]
    private partial void LogEscaped(string function, Exception escaped);
}
