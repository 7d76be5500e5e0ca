using System.Text.Json.Serialization;

namespace NtmServerless.LocalHost.Durable.Turns;

/// <summary>An activity, or a sub-orchestration, has given its result.</summary>
internal sealed record TaskCompleted(int Id, string? Result) : Outcome(Id);
