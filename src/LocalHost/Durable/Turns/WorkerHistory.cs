using Google.Protobuf.WellKnownTypes;
using Microsoft.DurableTask.Protobuf;
using Message = Microsoft.DurableTask.Protobuf.HistoryEvent;

namespace NtmServerless.LocalHost.Durable.Turns;

/// <summary>What the worker is asked for a turn: the execution as events of the official protocol.</summary>
internal sealed class WorkerHistory(Execution execution)
{
    /// <summary>How long the worker keeps an orchestrator that nothing happens to, in seconds.</summary>
    private const double IdleSession = 30;

    private readonly Dictionary<int, Decision> _decided = [];
    private int _known;

    /// <summary>The request for a turn: with all turns before it, or with what is new alone.</summary>
    public OrchestratorRequest Ask(Turn turn, bool whole)
    {
        OrchestratorRequest request = new()
        {
            InstanceId = execution.InstanceId,
            ExecutionId = execution.Key,
            EntityParameters = new OrchestratorEntityParameters { EntityMessageReorderWindow = Duration.FromTimeSpan(TimeSpan.Zero) },
            Properties =
            {
                ["IsExtendedSession"] = Value.ForBool(true),
                ["ExtendedSessionIdleTimeoutInSeconds"] = Value.ForNumber(IdleSession),
                ["IncludeState"] = Value.ForBool(whole),
            },
        };
        for (; _known < execution.Turns.Count; _known++)
        {
            foreach (Decision decision in execution.Turns[_known].Decided.OfType<Decision>())
                _decided[decision.Id] = decision;
        }

        if (whole)
            request.PastEvents.AddRange(execution.Turns.SelectMany(past => Before(past).Concat(past.Decided.OfType<Decision>().Select(d => Decided(past, d))).Append(
                At(past, new Message { OrchestratorCompleted = new OrchestratorCompletedEvent() }))));
        request.NewEvents.AddRange(Before(turn));
        return request;
    }

    private IEnumerable<Message> Before(Turn turn)
    {
        yield return At(turn, new Message { OrchestratorStarted = new OrchestratorStartedEvent() });
        if (turn.Number == 1)
        {
            OrchestrationInstance instance = new() { InstanceId = execution.InstanceId, ExecutionId = execution.Key };
            ExecutionStartedEvent started = new() { Name = execution.Name, Version = execution.Version, Input = execution.Input, OrchestrationInstance = instance };
            yield return At(turn, new Message { ExecutionStarted = started });
            foreach (EventReceived carried in execution.Carried)
                yield return Received(turn, carried);
        }

        foreach (HistoryEvent received in turn.Received)
            yield return Received(turn, received);
    }

    private Message Received(Turn turn, HistoryEvent received) => At(turn, received switch
    {
        EventReceived raised => new Message { EventRaised = new EventRaisedEvent { Name = raised.Name, Input = raised.Payload } },
        TaskCompleted done when _decided[done.Id] is ChildStarted =>
            new Message { SubOrchestrationInstanceCompleted = new() { TaskScheduledId = done.Id, Result = done.Result } },
        TaskFailed failed when _decided[failed.Id] is ChildStarted =>
            new Message { SubOrchestrationInstanceFailed = new() { TaskScheduledId = failed.Id, FailureDetails = failed.Failure.ToDetails() } },
        TaskCompleted done => new Message { TaskCompleted = new TaskCompletedEvent { TaskScheduledId = done.Id, Result = done.Result } },
        TaskFailed failed => new Message { TaskFailed = new() { TaskScheduledId = failed.Id, FailureDetails = failed.Failure.ToDetails() } },
        TimerFired fired => new Message { TimerFired = new() { TimerId = fired.Id, FireAt = ((TimerCreated)_decided[fired.Id]).FireAt.ToTimestamp() } },
        _ => throw new InvalidOperationException($"A {received.GetType().Name} is never received."),
    });

    private static Message Decided(Turn turn, Decision decision)
    {
        Message message = At(turn, decision switch
        {
            ActivityScheduled activity => new Message { TaskScheduled = new TaskScheduledEvent { Name = activity.Name } },
            ChildStarted child => new Message { SubOrchestrationInstanceCreated = new() { Name = child.Name, InstanceId = child.InstanceId } },
            TimerCreated timer => new Message { TimerCreated = new TimerCreatedEvent { FireAt = timer.FireAt.ToTimestamp() } },
            _ => throw new InvalidOperationException($"A {decision.GetType().Name} is never decided."),
        });
        message.EventId = decision.Id;
        return message;
    }

    private static Message At(Turn turn, Message message)
    {
        message.EventId = -1;
        message.Timestamp = turn.At.ToTimestamp();
        return message;
    }
}
