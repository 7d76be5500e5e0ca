using System.Text.Json;
using NtmServerless.LocalHost.Durable.Turns;

namespace NtmServerless.LocalHost.Durable.Scheduling;

/// <summary>A turn as it is written.</summary>
internal sealed record TurnRecord(int Number, string Json)
{
    public static TurnRecord Of(Turn turn) => new(turn.Number, JsonSerializer.Serialize(turn, DurableJson.Options));

    public Turn Read() => JsonSerializer.Deserialize<Turn>(Json, DurableJson.Options)!;
}
