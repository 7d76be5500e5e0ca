using System.Text.Json.Serialization;

namespace NtmServerless.LocalHost.Durable.Turns;

/// <summary>The end of something that the execution had decided, by its number.</summary>
internal abstract record Outcome(int Id) : HistoryEvent;
