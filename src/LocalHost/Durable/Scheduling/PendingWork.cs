using NtmServerless.LocalHost.Durable.Turns;

namespace NtmServerless.LocalHost.Durable.Scheduling;

/// <summary>What an execution has decided and not yet seen the end of.</summary>
internal sealed class PendingWork
{
    private readonly SortedDictionary<int, Decision> _open = [];

    /// <summary>What is pending after the turns.</summary>
    public static PendingWork After(IEnumerable<Turn> turns)
    {
        PendingWork pending = new();
        foreach (Turn turn in turns)
            pending.Add(turn);
        return pending;
    }

    public IEnumerable<ActivityScheduled> Activities => _open.Values.OfType<ActivityScheduled>();

    public IEnumerable<ChildStarted> Children => _open.Values.OfType<ChildStarted>();

    public IEnumerable<TimerCreated> Timers => _open.Values.OfType<TimerCreated>();

    /// <summary>What is to be done, or waited for, beside the turns.</summary>
    public IEnumerable<Decision> Work => _open.Values.Where(decision => decision is not TimerCreated);

    /// <summary>Whether something goes on in this machine, other than waiting for a timer or an event.</summary>
    public bool IsBusy => Work.Any();

    /// <summary>When the earliest timer is due; null when there is none.</summary>
    public DateTimeOffset? NextTimer => Timers.Min(timer => (DateTimeOffset?)timer.FireAt);

    public bool Contains(int id) => _open.ContainsKey(id);

    /// <summary>Whether the end of it must be recorded before anything follows.</summary>
    public bool IsDurable(int id) => _open.GetValueOrDefault(id) is ActivityScheduled { IsDurable: true };

    /// <summary>One turn more.</summary>
    public void Add(Turn turn)
    {
        foreach (Outcome outcome in turn.Received.OfType<Outcome>())
            _open.Remove(outcome.Id);
        foreach (Decision decision in turn.Decided.OfType<Decision>())
            _open[decision.Id] = decision;
    }
}
