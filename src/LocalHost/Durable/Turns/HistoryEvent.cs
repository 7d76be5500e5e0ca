using System.Text.Json.Serialization;

namespace NtmServerless.LocalHost.Durable.Turns;

/// <summary>One thing that an execution received or decided. What only earlier versions wrote is read as nothing in particular.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind", IgnoreUnrecognizedTypeDiscriminators = true)]
[JsonDerivedType(typeof(EventReceived), "event")]
[JsonDerivedType(typeof(TaskCompleted), "activityCompleted")]
[JsonDerivedType(typeof(TaskFailed), "activityFailed")]
[JsonDerivedType(typeof(TimerFired), "timerFired")]
[JsonDerivedType(typeof(ActivityScheduled), "activity")]
[JsonDerivedType(typeof(ChildStarted), "child")]
[JsonDerivedType(typeof(TimerCreated), "timer")]
internal record HistoryEvent;

/// <summary>An external event.</summary>
internal sealed record EventReceived(string Name, string? Payload) : HistoryEvent
{
    /// <summary>What caused it, as a W3C trace parent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Trace { get; init; }
}

/// <summary>The end of something that the execution had decided, by its number.</summary>
internal abstract record Outcome(int Id) : HistoryEvent;

/// <summary>An activity, or a sub-orchestration, has given its result.</summary>
internal sealed record TaskCompleted(int Id, string? Result) : Outcome(Id);

internal sealed record TaskFailed(int Id, Failure Failure) : Outcome(Id);

internal sealed record TimerFired(int Id) : Outcome(Id);

/// <summary>Something to be done outside; the numbers are the worker's, counting up from 0 in an execution.</summary>
internal abstract record Decision(int Id) : HistoryEvent
{
    /// <summary>What it is, for the one who reads a history.</summary>
    [JsonIgnore]
    public abstract string Text { get; }
}

/// <param name="Id">Its number.</param>
/// <param name="Name">The activity.</param>
/// <param name="Input">Its arguments as the worker wrote them: an array of one.</param>
internal sealed record ActivityScheduled(int Id, string Name, string? Input) : Decision(Id)
{
    /// <summary>
    /// An activity called with this tag ("true") has its result recorded before anything follows from it. On Azure every
    /// result is, and the tag says nothing.
    /// </summary>
    public const string DurableResult = "durable-result";

    /// <summary>Its result is to be recorded before anything follows from it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsDurable { get; init; }

    [JsonIgnore]
    public override string Text => $"activity {Name} (#{Id})";
}

/// <summary>A sub-orchestration: an instance of its own, whose end is this decision's outcome.</summary>
internal sealed record ChildStarted(int Id, string Name, string InstanceId, string? Input, string Version) : Decision(Id)
{
    [JsonIgnore]
    public override string Text => $"sub-orchestration {Name} (#{Id})";
}

/// <summary>A durable timer, due in business time; also the delay before an activity's next attempt.</summary>
internal sealed record TimerCreated(int Id, DateTimeOffset FireAt) : Decision(Id)
{
    [JsonIgnore]
    public override string Text => $"timer (#{Id})";
}
