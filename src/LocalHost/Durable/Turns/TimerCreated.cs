using System.Text.Json.Serialization;

namespace NtmServerless.LocalHost.Durable.Turns;

/// <summary>A durable timer, due in business time; also the delay before an activity's next attempt.</summary>
internal sealed record TimerCreated(int Id, DateTimeOffset FireAt) : Decision(Id)
{
    [JsonIgnore]
    public override string Text => $"timer (#{Id})";
}
