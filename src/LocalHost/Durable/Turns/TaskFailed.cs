using System.Text.Json.Serialization;

namespace NtmServerless.LocalHost.Durable.Turns;

internal sealed record TaskFailed(int Id, Failure Failure) : Outcome(Id);
