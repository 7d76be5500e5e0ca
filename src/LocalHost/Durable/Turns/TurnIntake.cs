using Microsoft.DurableTask.Client;

namespace NtmServerless.LocalHost.Durable.Turns;

internal enum MessageKind
{
    Event,
    Terminate,
    Suspend,
    Resume,
}

/// <summary>What a client put into an instance's inbox.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="Key">Row key; sorts by arrival.</param>
/// <param name="Incarnation">The start of the instance that it is meant for; an id may be started again later.</param>
/// <param name="Kind">What it asks for.</param>
/// <param name="Name">Name of the event.</param>
/// <param name="Payload">Payload of the event, or output of the termination, as JSON.</param>
internal sealed record InboxMessage(
    string InstanceId, string Key, string Incarnation, MessageKind Kind, string Name, string? Payload);

/// <summary>What one turn takes in.</summary>
/// <param name="Consumed">Messages that it uses up.</param>
/// <param name="Received">What the orchestrator is to see, in order.</param>
/// <param name="Status">The instance's status before the orchestrator runs.</param>
/// <param name="Terminated">The message that ends the instance, if there is one.</param>
/// <param name="Runs">Whether the orchestrator runs.</param>
internal sealed record TurnIntake(
    IReadOnlyList<InboxMessage> Consumed,
    IReadOnlyList<HistoryEvent> Received,
    OrchestrationRuntimeStatus Status,
    InboxMessage? Terminated,
    bool Runs)
{
    /// <summary>
    /// Messages a turn takes at most: with the header, the history row and the rows of an ended execution they share
    /// one transaction of at most 100 operations.
    /// </summary>
    public const int MaxMessages = 50;

    /// <summary>Whether there is anything to commit.</summary>
    public bool IsEmpty => !Runs && Consumed.Count == 0;

    /// <summary>Decides what the next turn takes.</summary>
    /// <param name="situation">Where the instance stands.</param>
    /// <param name="inbox">Messages in order of arrival.</param>
    /// <param name="outcomes">Ends of activities and retry delays, in order of arrival.</param>
    public static TurnIntake Take(Situation situation, IEnumerable<InboxMessage> inbox, IEnumerable<Outcome> outcomes)
    {
        List<InboxMessage> messages = [.. inbox];
        OrchestrationRuntimeStatus status = situation.Status;
        // Control messages go first: a suspended instance, or one that waits for its code, still obeys its clients.
        List<InboxMessage> consumed = [.. messages.Where(m => m.Kind != MessageKind.Event || IsForeign(m)).Take(MaxMessages)];
        foreach (InboxMessage message in consumed.Where(m => !IsForeign(m)))
        {
            if (message.Kind == MessageKind.Terminate)
                return new TurnIntake(consumed, [], OrchestrationRuntimeStatus.Terminated, message, Runs: false);
            status = message.Kind == MessageKind.Suspend ? OrchestrationRuntimeStatus.Suspended
                : situation.HasStarted ? OrchestrationRuntimeStatus.Running : OrchestrationRuntimeStatus.Pending;
        }

        bool mayRun = status != OrchestrationRuntimeStatus.Suspended && !situation.LacksCode
            && (situation.HasStarted || situation.StartAt is null || situation.StartAt <= situation.Now);
        if (!mayRun)
            return new TurnIntake(consumed, [], status, null, Runs: false);

        List<InboxMessage> events =
            [.. messages.Where(m => m.Kind == MessageKind.Event && !IsForeign(m)).Take(MaxMessages - consumed.Count)];
        List<HistoryEvent> received =
        [
            .. outcomes.Where(outcome => situation.Pending.Contains(outcome.Id)),
            .. events.Select(message => new EventReceived(message.Name, message.Payload)),
            .. situation.Pending.Timers.Where(timer => timer.FireAt <= situation.Now)
                .OrderBy(timer => timer.FireAt).ThenBy(timer => timer.Id).Select(timer => new TimerFired(timer.Id)),
        ];
        return new TurnIntake([.. consumed, .. events], received, status, null, Runs: received.Count > 0 || !situation.HasStarted);

        bool IsForeign(InboxMessage message) => message.Incarnation != situation.Incarnation;
    }
}

/// <summary>Where an instance stands when a turn is to begin.</summary>
internal sealed record Situation(
    OrchestrationRuntimeStatus Status,
    string Incarnation,
    bool HasStarted,
    DateTimeOffset? StartAt,
    bool LacksCode,
    DateTimeOffset Now,
    PendingWork Pending);
