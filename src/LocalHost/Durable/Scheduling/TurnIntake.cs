using NtmServerless.LocalHost.Durable.Turns;

namespace NtmServerless.LocalHost.Durable.Scheduling;

/// <summary>What one turn takes in.</summary>
/// <param name="Consumed">Messages that it uses up.</param>
/// <param name="Received">What the orchestrator is to see, in order.</param>
/// <param name="Status">The instance's status before the orchestrator runs.</param>
/// <param name="Terminated">The message that ends the instance, if there is one.</param>
/// <param name="MayRun">Whether the orchestrator might run if there were something for it.</param>
/// <param name="Runs">Whether the orchestrator runs.</param>
internal sealed record TurnIntake(
    IReadOnlyList<InboxMessage> Consumed,
    IReadOnlyList<HistoryEvent> Received,
    OrchestrationStatus Status,
    InboxMessage? Terminated,
    bool MayRun,
    bool Runs)
{
    /// <summary>
    /// Characters a turn takes at most, so that what it received fits into one row; a single text that is longer makes a
    /// turn of its own.
    /// </summary>
    private const int MaxText = 20_000;

    /// <summary>Whether there is anything to record.</summary>
    public bool IsEmpty => !Runs && Consumed.Count == 0;

    /// <summary>Decides what the next turn takes.</summary>
    /// <param name="situation">Where the instance stands.</param>
    /// <param name="inbox">Messages in order of arrival.</param>
    /// <param name="outcomes">Ends of activities and sub-orchestrations, in order of arrival.</param>
    public static TurnIntake Take(Situation situation, IReadOnlyCollection<InboxMessage> inbox, IEnumerable<Outcome> outcomes)
    {
        int rows = situation.RowRoom, text = MaxText;
        OrchestrationStatus status = situation.Status;
        // Control messages go first: a suspended instance, or one that waits for its code, still obeys its clients.
        List<InboxMessage> consumed = [.. inbox.Where(m => m.Kind != MessageKind.Event || IsForeign(m)).TakeWhile(HasRow)];
        foreach (InboxMessage message in consumed.Where(m => !IsForeign(m)))
        {
            if (message.Kind == MessageKind.Terminate)
                return new TurnIntake(consumed, [], OrchestrationStatus.Terminated, message, MayRun: false, Runs: false);
            status = message.Kind == MessageKind.Suspend ? OrchestrationStatus.Suspended
                : situation.HasStarted ? OrchestrationStatus.Running : OrchestrationStatus.Pending;
        }

        bool mayRun = status != OrchestrationStatus.Suspended && !situation.LacksCode
            && (situation.HasStarted || situation.StartAt is null || situation.StartAt <= situation.Now);
        if (!mayRun)
            return new TurnIntake(consumed, [], status, null, MayRun: false, Runs: false);

        List<Outcome> ends = [.. outcomes.TakeWhile(outcome => HasText((outcome as TaskCompleted)?.Result))];
        List<InboxMessage> events = [.. inbox.Where(m => m.Kind == MessageKind.Event && !IsForeign(m))
            .TakeWhile(message => HasText(message.Payload) && HasRow(message))];
        List<HistoryEvent> received =
        [
            .. ends,
            .. events.Select(message => new EventReceived(message.Name, message.Payload) { Trace = message.Trace }),
            .. situation.Pending.Timers.Where(timer => timer.FireAt <= situation.Now)
                .OrderBy(timer => timer.FireAt).ThenBy(timer => timer.Id).Select(timer => new TimerFired(timer.Id)),
        ];
        return new TurnIntake(
            [.. consumed, .. events], received, status, null, MayRun: true, Runs: received.Count > 0 || !situation.HasStarted);

        bool IsForeign(InboxMessage message) => message.Incarnation != situation.Incarnation;

        bool HasRow(InboxMessage message) => !message.IsStored || rows-- > 0;

        bool HasText(string? payload)
        {
            bool fits = text > 0;
            text -= 100 + (payload?.Length ?? 0);
            return fits;
        }
    }
}

/// <summary>Where an instance stands when a turn is to begin.</summary>
/// <param name="RowRoom">Inbox rows that the turn may use up at most.</param>
internal sealed record Situation(
    OrchestrationStatus Status,
    string Incarnation,
    bool HasStarted,
    DateTimeOffset? StartAt,
    bool LacksCode,
    DateTimeOffset Now,
    PendingWork Pending,
    int RowRoom);
