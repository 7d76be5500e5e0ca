using System.Diagnostics;
using Microsoft.Extensions.Logging;
using NtmServerless.LocalHost.Durable.Scheduling;
using NtmServerless.LocalHost.Durable.Turns;

namespace NtmServerless.LocalHost.Durable;

/// <summary>Drives one instance until nothing is left to do: runs turns, begins what they decide, begins commits.</summary>
internal sealed class InstanceDriver(
    InstanceLoader loader,
    InstanceCommits commits,
    ActivityWork work,
    IFunctionInvoker invoker,
    ILogger logger,
    TimeProvider time,
    Action<CommitPoint> reached)
{
    /// <summary>Drives the instance; true when it has ended and can be forgotten.</summary>
    /// <param name="live">The instance.</param>
    /// <param name="draining">No further turn begins once this is set; what has run is still written.</param>
    /// <param name="stopping">Nothing goes on once this is set.</param>
    public async Task<bool> DriveAsync(LiveInstance live, CancellationToken draining, CancellationToken stopping)
    {
        string? trace = null;
        while (!stopping.IsCancellationRequested)
        {
            Load load = MustLoad(live, draining.IsCancellationRequested);
            if (load == Load.Later)
                return false;
            if (load == Load.Now && !await loader.LoadAsync(live, stopping))
                return true;
            (Turn? turn, IReadOnlyList<Decision> decided, OrchestratorRun? run, string? cause) =
                Next(live, draining.IsCancellationRequested);
            work.Begin(live, decided, trace ?? cause, draining);
            if (turn is not null)
            {
                trace = await RunAsync(live, run!, turn, cause, stopping);
                continue;
            }

            if (commits.TryBegin(live, stopping))
                continue;
            if (HasEnded(live))
            {
                reached(CommitPoint.Ended);
                await loader.ClearInboxAsync(live, stopping);
                return true;
            }

            return false;
        }

        return false;
    }

    private async Task<string?> RunAsync(LiveInstance live, OrchestratorRun run, Turn turn, string? cause, CancellationToken stopping)
    {
        using Activity? span = EngineTrace.Turn(run.Execution.Name, live.Id, turn.Number, cause);
        TurnOutcome outcome = await run.StepAsync(turn, stopping);
        reached(CommitPoint.Turn);
        lock (live.Gate)
            live.State!.EndTurn(outcome);
        logger.TurnRun(live.Id, turn.Number);
        if (outcome.Ending is Threw threw)
        {
            span?.SetStatus(ActivityStatusCode.Error, threw.Failure.ErrorMessage);
            logger.InstanceFailed(live.Id, run.Execution.Name, threw.Failure.ErrorType, threw.Failure.ErrorMessage);
        }

        return span?.Id;
    }

    private enum Load
    {
        No,
        Now,

        /// <summary>The commit under way wakes the driver again.</summary>
        Later,
    }

    private static Load MustLoad(LiveInstance live, bool isDraining)
    {
        lock (live.Gate)
        {
            return live is { State: not null, MustLoad: false } ? Load.No
                : live.IsCommitting || isDraining ? Load.Later : Load.Now;
        }
    }

    private (Turn? Turn, IReadOnlyList<Decision> Decided, OrchestratorRun? Run, string? Cause) Next(LiveInstance live, bool isDraining)
    {
        lock (live.Gate)
        {
            InstanceState state = live.State!;
            string name = state.Ahead.Name;
            bool lacksCode = !invoker.HasOrchestrator(name);
            if (lacksCode && !live.IsKnownToLackCode)
                logger.OrchestratorMissing(live.Id, name);
            live.IsKnownToLackCode = lacksCode;
            Turn? turn = state.NextTurn(time.GetUtcNow(), !lacksCode, isDraining);
            live.NextDue = turn is null ? state.NextDue : null;
            if (turn is not null && !ReferenceEquals(live.Run?.Execution, state.Execution))
                live.Run = new OrchestratorRun(state.Execution, invoker);
            return (turn, isDraining ? [] : state.TakeWork(), live.Run, state.Cause);
        }
    }

    private static bool HasEnded(LiveInstance live)
    {
        lock (live.Gate)
            return !live.IsCommitting && live.State!.Stored.IsCompleted;
    }
}
