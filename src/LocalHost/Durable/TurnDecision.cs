using Microsoft.DurableTask.Client;
using NtmServerless.LocalHost.Durable.Records;
using NtmServerless.LocalHost.Durable.Turns;

namespace NtmServerless.LocalHost.Durable;

/// <summary>What a turn changes in storage.</summary>
internal static class TurnDecision
{
    /// <summary>A turn in which the orchestrator did not run: it was ended, halted or let go on by a client.</summary>
    public static TurnCommit WithoutRun(InstanceHeader header, TurnIntake intake, DateTimeOffset now)
    {
        InstanceHeader after = header with { Status = intake.Status, LastUpdatedAt = now };
        return intake.Terminated is { } terminated
            ? new TurnCommit(header, Ended(after), intake.Consumed) { Ending = new Returned(terminated.Payload) }
            : new TurnCommit(header, after, intake.Consumed);
    }

    /// <summary>A turn in which the orchestrator ran.</summary>
    public static TurnCommit After(InstanceHeader header, Execution execution, TurnIntake intake, TurnOutcome outcome)
    {
        Turn turn = outcome.Turn;
        InstanceHeader after = header with { LastTurnAt = turn.At, LastUpdatedAt = turn.At, Turn = turn.Number };
        return outcome.Ending switch
        {
            null => Goes(PendingWork.After(execution.Turns.Append(turn))),
            StartsAgain => Again(),
            Threw { IsViolation: true } violation => Broken(header, intake, violation, turn.At),
            Threw => Commit(Ended(after with { Status = OrchestrationRuntimeStatus.Failed })),
            _ => Commit(Ended(after with { Status = OrchestrationRuntimeStatus.Completed })),
        };

        TurnCommit Commit(InstanceHeader next) => new(header, next, intake.Consumed)
        {
            Turn = turn,
            Ending = outcome.Ending,
            CustomStatus = outcome.CustomStatus,
        };

        TurnCommit Goes(PendingWork pending) => Commit(after with
        {
            Status = OrchestrationRuntimeStatus.Running,
            // A timer of long ago fires at once; Table Storage takes no date before 1601.
            NextTimer = pending.NextTimer < turn.At ? turn.At : pending.NextTimer,
            IsBusy = pending.IsBusy,
        });

        TurnCommit Again() => Commit(after with
        {
            Status = OrchestrationRuntimeStatus.Running,
            Execution = header.Execution + 1,
            Turn = 0,
            StartAt = null,
            NextTimer = null,
            IsBusy = false,
        }) with
        {
            Ended = [.. Enumerable.Range(0, header.Turn + 1)
                .Where(number => number > 0 || execution.Carried.Count > 0)
                .Select(number => HistoryRow.Key(header.ExecutionKey, number))],
        };
    }

    /// <summary>The orchestrator broke the rules: the instance fails, and its history stays as it was.</summary>
    public static TurnCommit Broken(InstanceHeader header, TurnIntake intake, Threw violation, DateTimeOffset now) => new(
        header, Ended(header with { Status = OrchestrationRuntimeStatus.Failed, LastUpdatedAt = now }), intake.Consumed)
    {
        Ending = violation,
    };

    private static InstanceHeader Ended(InstanceHeader header) => header with { NextTimer = null, IsBusy = false };
}
