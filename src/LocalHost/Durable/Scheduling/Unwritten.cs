namespace NtmServerless.LocalHost.Durable.Scheduling;

/// <summary>What turns have changed and no commit has taken.</summary>
internal sealed class Unwritten
{
    /// <summary>Turns that wait for a commit at most: how far speculation goes.</summary>
    public const int MaxTurns = 64;

    private const int MaxText = 250_000;

    /// <summary>
    /// Inbox rows that one commit deletes, and adds, at most: with the header and history rows of at most
    /// <see cref="MaxText"/> characters and one turn more they stay under 100 operations.
    /// </summary>
    public const int MaxDeletedRows = 50, MaxAddedRows = 30;

    private readonly List<TurnRecord> _turns = [];
    private readonly List<string> _consumed = [], _acknowledged = [], _ended = [];
    private int _text;

    /// <summary>Whether there is anything to write.</summary>
    public bool IsAny { get; private set; }

    /// <summary>The texts of the header that have changed.</summary>
    public NewTexts Texts { get; set; } = NewTexts.None;

    /// <summary>No further turn before a commit.</summary>
    public bool IsFull => _turns.Count >= MaxTurns || _text > MaxText || RowRoom == 0;

    /// <summary>Inbox rows that the next turn may use up.</summary>
    public int RowRoom => MaxDeletedRows - _consumed.Count;

    public void Touch() => IsAny = true;

    public void Add(TurnRecord turn)
    {
        IsAny = true;
        _turns.Add(turn);
        _text += turn.Json.Length;
    }

    /// <summary>Messages were used up.</summary>
    public void UseUp(IReadOnlyList<InboxMessage> messages)
    {
        IsAny = true;
        _consumed.AddRange(messages.Where(message => message.IsStored).Select(message => message.Key));
        _acknowledged.AddRange(messages.Select(message => message.Key));
    }

    /// <summary>The execution is over: its turns that were never written need not be, its rows go.</summary>
    public void EndExecution(IEnumerable<string> rows)
    {
        IsAny = true;
        _ended.AddRange(rows);
        _turns.Clear();
        _text = 0;
    }

    /// <summary>Everything, as one commit; after this there is nothing to write.</summary>
    public Commit Take(string id, InstanceHeader stored, InstanceHeader ahead, IReadOnlyList<TurnRecord> tail, IReadOnlyList<InboxMessage> held)
    {
        HistoryLayout layout = HistoryLayout.Of(tail, _turns);
        Commit commit = new(id, stored, ahead with { Commit = id }, Texts)
        {
            Tail = layout.Tail,
            Rows = layout.Rows,
            Consumed = [.. _consumed],
            Held = held,
            Ended = [.. _ended],
            Acknowledged = [.. _acknowledged, .. held.Select(message => message.Key)],
        };
        _turns.Clear();
        _consumed.Clear();
        _ended.Clear();
        _acknowledged.Clear();
        _text = 0;
        Texts = NewTexts.None;
        IsAny = false;
        return commit;
    }
}
