using NtmServerless.LocalHost.Durable.Scheduling;
using NtmServerless.LocalHost.Durable.Turns;

namespace NtmServerless.LocalHost.Tests.Durable.Core;

/// <summary>Storage of one instance as the commit protocol sees it: a transaction is applied whole, under the header it was decided on.</summary>
internal sealed class ModelStorage(InstanceHeader header)
{
    private readonly SortedDictionary<string, IReadOnlyList<TurnRecord>> _rows = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, InboxMessage> _inbox = new(StringComparer.Ordinal);
    private IReadOnlyList<TurnRecord> _tail = [];
    private string? _input, _output;

    public InstanceHeader Header { get; private set; } = header;

    public string? Output => _output;

    /// <summary>Applies the commit; false when the header is not the one that it was decided on.</summary>
    public bool Apply(Commit commit)
    {
        if (!Header.IsAsWrittenBy(commit.Before))
            return false;
        int operations = 1 + commit.Rows.Count + commit.Held.Count + commit.Consumed.Count;
        if (operations > 100)
            throw new InvalidOperationException($"{operations} operations in one transaction.");
        Header = commit.After;
        _tail = commit.Tail;
        foreach (string key in commit.Ended)
            Remove(_rows, key);
        foreach (IReadOnlyList<TurnRecord> row in commit.Rows)
            _rows.Add(HistoryKeys.Of(Header.ExecutionKey, row[0].Number), row);
        foreach (InboxMessage message in commit.Held)
            _inbox.Add(message.Key, message with { IsStored = true });
        foreach (string key in commit.Consumed)
            Remove(_inbox, key);
        if (commit.Texts.Input.IsSet)
            _input = commit.Texts.Input.Value;
        if (commit.Texts.Output.IsSet)
            _output = commit.Texts.Output.Value;
        return true;
    }

    /// <summary>What a fresh process reads.</summary>
    public InstanceState Load()
    {
        List<Turn> turns = [.. _rows.Values.SelectMany(row => row).Concat(_tail).Select(turn => turn.Read())];
        if (!turns.Where(turn => turn.Number > 0).Select(turn => turn.Number).SequenceEqual(Enumerable.Range(1, Header.Turn)))
            throw new InvalidOperationException($"History has turns {string.Join(' ', turns.Select(turn => turn.Number))} of {Header.Turn}.");
        Execution execution = new(Header.InstanceId, Header.Name, Header.ExecutionKey, _input, "")
        {
            Carried = [.. turns.Where(turn => turn.Number == 0).SelectMany(turn => turn.Received).OfType<EventReceived>()],
            Turns = [.. turns.Where(turn => turn.Number > 0)],
        };
        return new InstanceState(Header, execution, _tail, _rows.Keys, _inbox.Values);
    }

    private static void Remove<T>(SortedDictionary<string, T> rows, string key)
    {
        if (!rows.Remove(key))
            throw new InvalidOperationException($"There is no row {key} to delete.");
    }
}
