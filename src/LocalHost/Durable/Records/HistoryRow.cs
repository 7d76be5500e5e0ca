using System.Text.Json;
using Azure.Data.Tables;
using NtmServerless.LocalHost.Durable.Scheduling;

namespace NtmServerless.LocalHost.Durable.Records;

/// <summary>
/// Turns as table rows: many in <c>Turns</c> as a JSON array, or one in <c>Turn</c> as a reference that
/// <see cref="PayloadStore"/> reads. The first engine wrote every turn as a row with <c>Turn</c>.
/// </summary>
internal static class HistoryRow
{
    private const string Many = "Turns", One = "Turn";

    public static TableEntity Write(string instanceId, string key, IReadOnlyList<TurnRecord> turns) =>
        new(instanceId, key) { [Many] = Join(turns) };

    public static TableEntity WriteBlob(string instanceId, string key, string reference) => new(instanceId, key) { [One] = reference };

    public static bool HasBlob(TableEntity row) => row.TryGetValue(One, out object? reference) && PayloadStore.IsBlob(reference as string);

    /// <summary>The turns of a row, in order.</summary>
    public static async Task<IReadOnlyList<TurnRecord>> ReadAsync(TableEntity row, PayloadStore payloads, CancellationToken cancellation) =>
        row.GetString(Many) is { } many ? Split(many) : Split($"[{await payloads.ReadAsync(row.GetString(One), cancellation)}]");

    public static string Join(IReadOnlyList<TurnRecord> turns) => $"[{string.Join(',', turns.Select(turn => turn.Json))}]";

    public static IReadOnlyList<TurnRecord> Split(string array)
    {
        using JsonDocument turns = JsonDocument.Parse(array);
        return [.. turns.RootElement.EnumerateArray().Select(turn => new TurnRecord(turn.GetProperty("Number").GetInt32(), turn.GetRawText()))];
    }
}
