using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using NtmServerless.LocalHost.Durable.Turns;
using NtmServerless.LocalHost.Invocation;
using NtmServerless.LocalHost.Time;

namespace NtmServerless.LocalHost.Durable;

/// <summary>
/// Runs what committed turns have scheduled: activities, and the delays before their next attempts. An outcome is only
/// in memory until the next turn records it, so a crash runs the activity again (at least once).
/// </summary>
internal sealed class ActivityWork(IFunctionInvoker invoker, InFlight inFlight, ILogger logger, Action<LiveInstance> wake) : IDisposable
{
    /// <summary>Activities that run at the same time.</summary>
    private const int Parallelism = 16;

    /// <summary>A longer delay does not hold virtual time up.</summary>
    private static readonly TimeSpan s_shortDelay = TimeSpan.FromSeconds(5);

    /// <summary>Task.Delay takes no more than 49 days; a delay may be longer.</summary>
    private static readonly TimeSpan s_longestSleep = TimeSpan.FromDays(1);

    private readonly SemaphoreSlim _slots = new(Parallelism);

    /// <summary>Starts what is pending and neither goes on nor has ended.</summary>
    public void StartPending(LiveInstance live, CancellationToken stopping)
    {
        string key = live.Execution!.Key;
        foreach (ActivityScheduled activity in live.Pending.Activities)
        {
            if (TryBegin(live, key, activity.Id))
                _ = RunAsync(live, key, activity.Id, inFlight.Begin(), () => ActivityAsync(live.Id, activity, stopping));
        }

        foreach (BackOffStarted delay in live.Pending.BackOffs)
        {
            if (!TryBegin(live, key, delay.Id))
                continue;
            bool isShort = delay.DueAt - TimeProvider.System.GetUtcNow() <= s_shortDelay;
            _ = RunAsync(live, key, delay.Id, isShort ? inFlight.Begin() : null, () => DelayAsync(delay, stopping));
        }
    }

    public void Dispose() => _slots.Dispose();

    private static bool TryBegin(LiveInstance live, string execution, int id)
    {
        lock (live.Gate)
            return !live.Outcomes.Any(o => o.Execution == execution && o.Outcome.Id == id) && live.UnderWay.Add((execution, id));
    }

    private async Task RunAsync(LiveInstance live, string execution, int id, IDisposable? scope, Func<Task<Outcome?>> work)
    {
        using (scope)
        {
            // Off the driver's thread: an activity may run long before its first await.
            Outcome? outcome = await Task.Run(work);
            lock (live.Gate)
            {
                live.UnderWay.Remove((execution, id));
                if (outcome is not null)
                    live.Outcomes.Add((execution, outcome));
            }

            wake(live);
        }
    }

    private async Task<Outcome?> ActivityAsync(string instanceId, ActivityScheduled activity, CancellationToken stopping)
    {
        bool hasSlot = false;
        try
        {
            await _slots.WaitAsync(stopping);
            hasSlot = true;
            if (!invoker.HasActivity(activity.Name))
                return new ActivityFailed(activity.Id, NotFound(activity.Name));
            return new ActivityCompleted(
                activity.Id, await invoker.RunActivityAsync(activity.Name, instanceId, activity.Input, stopping));
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            // Whatever it was, the stop may have caused it: the next start runs the activity again.
            return null;
        }
        catch (Exception exception)
        {
            logger.ActivityFailed(exception, activity.Name, instanceId);
            return new ActivityFailed(activity.Id, TaskFailureDetails.FromException(exception));
        }
        finally
        {
            if (hasSlot)
                _slots.Release();
        }
    }

    private static async Task<Outcome?> DelayAsync(BackOffStarted delay, CancellationToken stopping)
    {
        try
        {
            for (TimeSpan left = Left(); left > TimeSpan.Zero; left = Left())
                await Task.Delay(left < s_longestSleep ? left : s_longestSleep, stopping);
            return new BackOffEnded(delay.Id);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return null;
        }

        TimeSpan Left() => delay.DueAt - TimeProvider.System.GetUtcNow();
    }

    /// <summary>The error type that the official worker was seen to give.</summary>
    private static TaskFailureDetails NotFound(string name) =>
        new("ActivityTaskNotFound", $"No activity task named '{name}' was found.", null, null, null);
}
