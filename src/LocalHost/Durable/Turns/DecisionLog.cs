namespace NtmServerless.LocalHost.Durable.Turns;

/// <summary>Holds what the code decides against what was recorded, turn by turn, and collects what is new.</summary>
internal sealed class DecisionLog(TurnLoop loop)
{
    private readonly Queue<Decision> _recorded = [];
    private List<HistoryEvent> _fresh = [];

    /// <summary>Whether the current turn was recorded before.</summary>
    public bool IsReplaying { get; private set; } = true;

    /// <summary>Number of the next decision.</summary>
    public int NextId { get; private set; }

    /// <summary>What the new turn decided, in order.</summary>
    public IReadOnlyList<HistoryEvent> TakeFresh()
    {
        List<HistoryEvent> fresh = _fresh;
        _fresh = [];
        return fresh;
    }

    public void Begin(Turn turn, bool replaying)
    {
        IsReplaying = replaying;
        foreach (Decision decision in replaying ? turn.Decided.OfType<Decision>() : [])
            _recorded.Enqueue(decision);
    }

    /// <summary>At the end of a turn everything that was recorded must have been decided again.</summary>
    public void End(Turn turn)
    {
        if (_recorded.TryDequeue(out Decision? missing))
            loop.Violate($"{NotTheSame(turn)}: history has {missing.Text}, the code did not come to it.");
    }

    /// <summary>Records a new decision, or holds it against the recorded one.</summary>
    public void Add(Decision decision, Turn turn)
    {
        NextId++;
        if (!IsReplaying)
        {
            _fresh.Add(decision);
            return;
        }

        Decision? recorded = _recorded.TryDequeue(out Decision? next) ? next : null;
        if (recorded?.GetType() == decision.GetType() && Matches(recorded.Text, decision.Text))
            return;
        string text = $"{NotTheSame(turn)}: history has {recorded?.Text ?? "nothing"}, the code decided {decision.Text}.";
        loop.Violate(text);
        throw new NonDeterministicOrchestrationException(text);
    }

    public void AddCancelled(int id)
    {
        if (!IsReplaying)
            _fresh.Add(new TimerCancelled(id));
    }

    private static bool Matches(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static string NotTheSame(Turn turn) => $"The orchestrator is not deterministic, or its code was changed; turn {turn.Number}";
}
