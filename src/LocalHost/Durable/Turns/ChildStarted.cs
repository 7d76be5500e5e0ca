using System.Text.Json.Serialization;

namespace NtmServerless.LocalHost.Durable.Turns;

/// <summary>A sub-orchestration: an instance of its own, whose end is this decision's outcome.</summary>
internal sealed record ChildStarted(int Id, string Name, string InstanceId, string? Input, string Version) : Decision(Id)
{
    [JsonIgnore]
    public override string Text => $"sub-orchestration {Name} (#{Id})";
}
