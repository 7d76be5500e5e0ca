using System.Text.Json.Serialization;

namespace NtmServerless.LocalHost.Durable.Turns;

/// <summary>An external event.</summary>
internal sealed record EventReceived(string Name, string? Payload) : HistoryEvent
{
    /// <summary>What caused it, as a W3C trace parent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Trace { get; init; }
}
