using System.Text.Json;
using Azure.Data.Tables;
using NtmServerless.LocalHost.Durable.Records;
using NtmServerless.LocalHost.Durable.Turns;
using NtmServerless.LocalHost.Storage;

namespace NtmServerless.LocalHost.Tests.Durable.Crash;

/// <summary>Holds what the storage has of an instance against the notes of those who sent to it.</summary>
internal sealed class CrashCheck(CrashPlan plan)
{
    private readonly InstanceStore _store = new(RequestCounting.Clients(plan.Connection), new DurableNames(plan.Table, plan.Container));
    private readonly TableClient _effects = RequestCounting.Clients(plan.Connection).Tables.GetTableClient(plan.Effects);

    /// <summary>What is wrong with the instance; null when nothing is.</summary>
    /// <exception cref="NtmServerless.LocalHost.Durable.InstanceDamagedException">Its history has a gap.</exception>
    public async Task<string?> WrongAsync(string id, bool mustHaveEnded)
    {
        ILookup<string, int> notes = await NotesAsync(id);
        StoredInstance? stored = await _store.LoadAsync(id, CancellationToken.None);
        if (stored is null)
            return notes["started"].Any() || notes["acknowledged"].Any() ? "is gone" : null;
        if (mustHaveEnded && !stored.Header.IsCompleted)
            return "has not ended";
        if (stored.Header.IsCompleted && stored.Header.Failure is not null)
            return $"has failed: {stored.Header.Failure}";

        List<int> done = Done(stored);
        List<int> found = [.. done, .. Waiting(stored)];
        // What was answered and not taken because the end came first is refused, never answered.
        List<int> lost = [.. notes["acknowledged"].Except(found).Where(number => number != CrashPlan.End)];
        List<int> effects = await EffectsAsync(id);
        return found.Count != found.Distinct().Count() ? $"has a number twice: {string.Join(' ', found)}"
            : lost.Count > 0 ? $"lost {string.Join(' ', lost)}"
            : found.Concat(effects).Except(notes["sent"]).Any() ? "has what nobody sent"
            : notes["effect"].Except(effects).Any() ? $"lost the effects of {string.Join(' ', notes["effect"].Except(effects))}"
            : done.Except(effects).Any() ? $"is ahead of its effects by {string.Join(' ', done.Except(effects))}"
            : null;
    }

    // What activities have ended for: in the result, or in the input of the current execution.
    private static List<int> Done(StoredInstance stored) => stored switch
    {
        { Header.IsCompleted: true } => JsonSerializer.Deserialize<List<int>>(stored.Header.Output![1..])!,
        { Execution.Input: { } input } => JsonSerializer.Deserialize<List<int>>(input)!,
        _ => [],
    };

    // What came in since and is in history or in the inbox.
    private static IEnumerable<int> Waiting(StoredInstance stored) => stored.Header.IsCompleted ? []
        : stored.Execution.Carried
            .Concat(stored.Execution.Turns.SelectMany(turn => turn.Received).OfType<EventReceived>())
            .Select(raised => raised.Payload)
            .Concat(stored.Inbox.Select(message => message.Payload))
            .Select(payload => int.Parse(payload!, null))
            .Where(number => number != CrashPlan.End);

    private async Task<List<int>> EffectsAsync(string id)
    {
        List<int> numbers = [];
        await foreach (TableEntity row in _effects.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {id}")))
            numbers.Add(int.Parse(row.RowKey, null));
        return numbers;
    }

    private async Task<ILookup<string, int>> NotesAsync(string id)
    {
        string path = plan.NotesOf(id);
        return (File.Exists(path) ? await File.ReadAllLinesAsync(path) : [])
            .Select(line => line.Split(' '))
            .ToLookup(words => words[0], words => int.Parse(words[1], null), StringComparer.Ordinal);
    }
}
