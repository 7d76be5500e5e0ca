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
