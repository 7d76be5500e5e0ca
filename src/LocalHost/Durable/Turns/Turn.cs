namespace NtmServerless.LocalHost.Durable.Turns;

/// <summary>One step of an execution: what came in, then what the orchestrator decided.</summary>
/// <param name="Number">Counts from 1 in an execution.</param>
/// <param name="At">Business time that the orchestrator saw.</param>
/// <param name="Received">What came in, in order.</param>
/// <param name="Decided">What was decided, in order.</param>
internal sealed record Turn(int Number, DateTimeOffset At, IReadOnlyList<HistoryEvent> Received, IReadOnlyList<HistoryEvent> Decided);

/// <summary>Everything that a replay needs: an execution is what lies between two ContinueAsNew.</summary>
internal sealed record Execution(string InstanceId, string Name, string Key, string? Input, string Version)
{
    /// <summary>Events left over by the execution before.</summary>
    public IReadOnlyList<EventReceived> Carried { get; init; } = [];

    /// <summary>The turns that have run, in order.</summary>
    public List<Turn> Turns { get; init; } = [];
}
