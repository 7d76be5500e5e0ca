using System.Globalization;
using Microsoft.Azure.Functions.Worker;

namespace NtmServerless.ProbeApp;

/// <summary>Timer functions, each of which notes when it ran and what it was told.</summary>
public sealed class Timers(Probe probe)
{
    [Function("Hourly")]
    public void Hourly([TimerTrigger("0 0 * * * *")] TimerInfo timer, FunctionContext context) => Note("Hourly", timer, context);

    [Function("EveryTwoHours")]
    public void EveryTwoHours([TimerTrigger("0 */2 * * *")] TimerInfo timer, FunctionContext context) => Note("EveryTwoHours", timer, context);

    [Function("BySetting")]
    public void BySetting([TimerTrigger("%Lich%", RunOnStartup = true)] TimerInfo timer, FunctionContext context) => Note("BySetting", timer, context);

    [Function("Failing")]
    public void Failing([TimerTrigger("0 0 * * * *")] TimerInfo timer, FunctionContext context)
    {
        Note("Failing", timer, context);
        throw new InvalidOperationException("expected by the test");
    }

    /// <summary>Never due in a test; ends when the gate <c>slow</c> opens.</summary>
    [Function("Slow")]
    public async Task SlowAsync([TimerTrigger("0 0 0 29 2 *")] TimerInfo timer)
    {
        probe.Note("Slow begun");
        await probe.WaitAsync("slow");
        probe.Note("Slow ended");
    }

    private void Note(string name, TimerInfo timer, FunctionContext context) => probe.Note(string.Create(
        CultureInfo.InvariantCulture,
        $"{name} {probe.Now():HH:mm:ss} last {(timer.ScheduleStatus is { } status ? $"{status.Last:yyyy-MM-ddTHH} next {status.Next:HH}" : "unknown")} late {timer.IsPastDue}{(context.GetHttpContext() is null ? "" : " http")}"));
}
