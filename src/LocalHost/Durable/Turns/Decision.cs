using System.Text.Json.Serialization;

namespace NtmServerless.LocalHost.Durable.Turns;

/// <summary>Something to be done outside; the numbers are the worker's, counting up from 0 in an execution.</summary>
internal abstract record Decision(int Id) : HistoryEvent
{
    /// <summary>What it is, for the one who reads a history.</summary>
    [JsonIgnore]
    public abstract string Text { get; }
}
