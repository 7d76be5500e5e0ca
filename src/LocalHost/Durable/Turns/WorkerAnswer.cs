using Microsoft.DurableTask.Protobuf;
using Kind = Microsoft.DurableTask.Protobuf.OrchestratorAction.OrchestratorActionTypeOneofCase;
using Message = Microsoft.DurableTask.Protobuf.HistoryEvent;

namespace NtmServerless.LocalHost.Durable.Turns;

/// <summary>What the worker answered for a turn: what its orchestrator has decided, and whether it has ended.</summary>
internal static class WorkerAnswer
{
    public static TurnOutcome Read(Turn turn, OrchestratorResponse answer)
    {
        List<HistoryEvent> decided = [];
        List<EventReceived> kept = [];
        CompleteOrchestrationAction? end = null;
        foreach (OrchestratorAction action in answer.Actions)
        {
            if (action.CompleteOrchestration is { } completed)
                end = completed;
            else if (action.SendEvent is { } sent && sent.Instance.InstanceId == answer.InstanceId)
                kept.Add(new EventReceived(sent.Name, sent.Data));
            else if (DecisionOf(action) is { } decision)
                decided.Add(decision);
            else
                return Ends(Refused(action.OrchestratorActionTypeCase));
        }

        return Ends(end is not null ? EndingOf(end, kept) : kept.Count > 0 ? Refused(Kind.SendEvent) : null);

        TurnOutcome Ends(Ending? ending) => new(turn with { Decided = decided }, answer.CustomStatus, ending);
    }

    private static Threw Refused(Kind action) => new(new Failure(typeof(NotSupportedException).FullName!, $"This host does not carry out {action}."));

    private static Decision? DecisionOf(OrchestratorAction action) => action.OrchestratorActionTypeCase switch
    {
        Kind.ScheduleTask => new ActivityScheduled(action.Id, action.ScheduleTask.Name, action.ScheduleTask.Input)
        {
            IsDurable = action.ScheduleTask.Tags.TryGetValue(ActivityScheduled.DurableResult, out string? tag) && tag == "true",
        },
        Kind.CreateTimer => new TimerCreated(action.Id, action.CreateTimer.FireAt.ToDateTimeOffset()),
        Kind.CreateSubOrchestration when action.CreateSubOrchestration is { } child =>
            new ChildStarted(action.Id, child.Name, child.InstanceId, child.Input, child.Version ?? ""),
        _ => null,
    };

    // What came before ContinueAsNew and nobody took, the orchestrator sends to itself; what came after it is carried over.
    private static Ending EndingOf(CompleteOrchestrationAction end, List<EventReceived> kept) => end.OrchestrationStatus switch
    {
        OrchestrationStatus.Completed => new Returned(end.Result),
        OrchestrationStatus.ContinuedAsNew => new StartsAgain(
            end.Result,
            [.. kept, .. end.CarryoverEvents.Where(e => e.EventTypeCase == Message.EventTypeOneofCase.EventRaised)
                .Select(e => new EventReceived(e.EventRaised.Name, e.EventRaised.Input))]),
        _ => new Threw(end.FailureDetails is { } failure
            ? Failure.Of(failure) : new Failure(end.OrchestrationStatus.ToString(), end.Details ?? end.Result ?? "")),
    };
}
