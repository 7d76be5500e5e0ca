using System.Text.Json;
using Azure.Data.Tables;
using NtmServerless.LocalHost.Durable.Turns;

namespace NtmServerless.LocalHost.Durable.Records;

/// <summary>One turn as a table row. Turn 0 holds the events that an execution was handed by the one before.</summary>
internal static class HistoryRow
{
    public const string Prefix = "h-";

    public static string Key(string executionKey, int turn) => $"{Prefix}{executionKey}-{turn:D6}";

    /// <summary>The turn as JSON, for <see cref="PayloadStore"/>.</summary>
    public static string Json(Turn turn) => JsonSerializer.Serialize(turn, DurableJson.Options);

    public static TableEntity Write(string instanceId, string executionKey, int turn, string reference) =>
        new(instanceId, Key(executionKey, turn)) { ["Turn"] = reference };

    public static async Task<Turn> ReadAsync(TableEntity row, PayloadStore payloads, CancellationToken cancellation) =>
        JsonSerializer.Deserialize<Turn>((await payloads.ReadAsync(row.GetString("Turn"), cancellation))!, DurableJson.Options)!;
}
