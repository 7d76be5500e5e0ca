namespace NtmServerless.LocalHost.Durable.Turns;

/// <summary>One step of an execution: what came in, then what the orchestrator decided.</summary>
/// <param name="Number">Counts from 1 in an execution.</param>
/// <param name="At">Business time that the orchestrator saw.</param>
/// <param name="Received">What came in, in order.</param>
/// <param name="Decided">What was decided, in order.</param>
internal sealed record Turn(int Number, DateTimeOffset At, IReadOnlyList<HistoryEvent> Received, IReadOnlyList<HistoryEvent> Decided);
