using System.Text.Json.Serialization;
using Microsoft.DurableTask;

namespace NtmServerless.LocalHost.Durable.Turns;

/// <summary>One thing that an execution received or decided.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(EventReceived), "event")]
[JsonDerivedType(typeof(TaskCompleted), "activityCompleted")]
[JsonDerivedType(typeof(TaskFailed), "activityFailed")]
[JsonDerivedType(typeof(TimerFired), "timerFired")]
[JsonDerivedType(typeof(BackOffEnded), "backOffEnded")]
[JsonDerivedType(typeof(ActivityScheduled), "activity")]
[JsonDerivedType(typeof(ChildStarted), "child")]
[JsonDerivedType(typeof(TimerCreated), "timer")]
[JsonDerivedType(typeof(BackOffStarted), "backOff")]
[JsonDerivedType(typeof(TimerCancelled), "timerCancelled")]
internal abstract record HistoryEvent;

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

internal sealed record TaskFailed(int Id, TaskFailureDetails Failure) : Outcome(Id);

internal sealed record TimerFired(int Id) : Outcome(Id);

internal sealed record BackOffEnded(int Id) : Outcome(Id);

/// <summary>Something to be done outside; numbers count up from 0 in an execution.</summary>
internal abstract record Decision(int Id) : HistoryEvent
{
    /// <summary>What a replay must decide again at the same place.</summary>
    public abstract string Text { get; }
}

internal sealed record ActivityScheduled(int Id, string Name, string? Input) : Decision(Id)
{
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

/// <summary>A durable timer, due in business time.</summary>
internal sealed record TimerCreated(int Id, DateTimeOffset FireAt) : Decision(Id)
{
    [JsonIgnore]
    public override string Text => $"timer (#{Id})";
}

/// <summary>The delay before an activity's next attempt, due in machine time.</summary>
internal sealed record BackOffStarted(int Id, DateTimeOffset DueAt) : Decision(Id)
{
    [JsonIgnore]
    public override string Text => $"retry delay (#{Id})";
}

/// <summary>A timer is not needed any more.</summary>
internal sealed record TimerCancelled(int Id) : HistoryEvent;
