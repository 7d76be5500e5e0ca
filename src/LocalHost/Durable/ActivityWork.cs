using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using NtmServerless.LocalHost.Durable.Turns;
using NtmServerless.LocalHost.Time;

namespace NtmServerless.LocalHost.Durable;

/// <summary>
/// Runs what turns have scheduled: activities, recorded or not, and sub-orchestrations. An outcome is only in memory until a commit records it, so a crash runs the activity again (at least once).
/// </summary>
internal sealed class ActivityWork(
    IFunctionInvoker invoker, ChildWork children, InFlight inFlight, ILogger logger, Action<LiveInstance> wake, Action<CommitPoint> reached) : IDisposable
{
    /// <summary>Activities that run at the same time.</summary>
    private const int Parallelism = 16;

    private readonly SemaphoreSlim _slots = new(Parallelism);

    /// <summary>Begins what the instance's turns have decided.</summary>
    public void Begin(LiveInstance live, IReadOnlyList<Decision> decided, string? cause, CancellationToken stopping)
    {
        if (decided.Count == 0)
            return;
        string execution;
        int epoch;
        lock (live.Gate)
        {
            (execution, epoch) = (live.State!.Execution.Key, live.Epoch);
            live.WorkUnderWay += decided.Count;
        }

        foreach (Decision decision in decided)
        {
            IDisposable scope = inFlight.Begin();
            _ = RunAsync(live, epoch, execution, async () => decision is ChildStarted child
                ? await ChildAsync(live.Id, execution, child, scope, cause, stopping)
                : (await ActivityAsync(live.Id, (ActivityScheduled)decision, cause, stopping), scope));
        }
    }

    public void Dispose() => _slots.Dispose();

    private async Task RunAsync(LiveInstance live, int epoch, string execution, Func<Task<(Outcome?, IDisposable?)>> work)
    {
        // Off the driver's thread: an activity may run long before its first await.
        (Outcome? outcome, IDisposable? scope) = await Task.Run(work);
        using (scope)
        {
            reached(CommitPoint.ActivityEnded);
            lock (live.Gate)
            {
                live.WorkUnderWay--;
                if (outcome is not null && live.Epoch == epoch)
                    live.State!.Accept(execution, outcome);
            }

            wake(live);
        }
    }

    private async Task<Outcome?> ActivityAsync(string instanceId, ActivityScheduled activity, string? cause, CancellationToken stopping)
    {
        using Activity? span = EngineTrace.Activity(activity.Name, instanceId, cause);
        bool hasSlot = false;
        try
        {
            await _slots.WaitAsync(stopping);
            hasSlot = true;
            if (!invoker.HasActivity(activity.Name))
                return new TaskFailed(activity.Id, NotFound(activity.Name));
            return new TaskCompleted(
                activity.Id, await invoker.RunActivityAsync(activity.Name, instanceId, Argument(activity.Input), span?.Id ?? cause, stopping));
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            // Whatever it was, the stop may have caused it: the next start runs the activity again.
            return null;
        }
        catch (Exception exception)
        {
            // What an activity throws is its result, for the orchestration to judge.
            span?.SetStatus(ActivityStatusCode.Error, exception.Message);
            logger.ActivityFailed(exception, activity.Name, instanceId);
            return new TaskFailed(activity.Id, (exception as FunctionFailedException)?.Failure ?? Failure.Of(exception));
        }
        finally
        {
            if (hasSlot)
                _slots.Release();
        }
    }

    private async Task<(Outcome?, IDisposable?)> ChildAsync(
        string instanceId, string execution, ChildStarted child, IDisposable starting, string? cause, CancellationToken stopping)
    {
        try
        {
            return await children.RunAsync(instanceId, execution, child, starting, cause, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return (null, null);
        }
    }

    /// <summary>The worker hands an orchestrator's arguments over as an array; an activity has one.</summary>
    private static string? Argument(string? arguments)
    {
        if (arguments is null)
            return null;
        using JsonDocument array = JsonDocument.Parse(arguments);
        JsonElement argument = array.RootElement[0];
        return argument.ValueKind == JsonValueKind.Null ? null : argument.GetRawText();
    }

    /// <summary>The error type that the official worker was seen to give.</summary>
    private static Failure NotFound(string name) => new("ActivityTaskNotFound", $"No activity task named '{name}' was found.");
}
