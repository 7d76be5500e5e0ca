using System.Text.Json.Serialization;

namespace NtmServerless.LocalHost.Durable.Turns;

internal sealed record TimerFired(int Id) : Outcome(Id);
