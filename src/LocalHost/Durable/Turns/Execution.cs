namespace NtmServerless.LocalHost.Durable.Turns;

/// <summary>Everything that a replay needs: an execution is what lies between two ContinueAsNew.</summary>
internal sealed record Execution(string InstanceId, string Name, string Key, string? Input, string Version)
{
    /// <summary>Events left over by the execution before.</summary>
    public IReadOnlyList<EventReceived> Carried { get; init; } = [];

    /// <summary>The turns that have run, in order.</summary>
    public List<Turn> Turns { get; init; } = [];
}
