namespace NtmServerless.Rehearsal.Year;

/// <summary>What people do in the year, in order of time; at one moment in the order in which it was put down.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<Errand, (DateTimeOffset At, int Order)> _errands = new();
    private int _order;

    public void Add(DateTimeOffset at, Work work, Func<Task> what) => _errands.Enqueue(new Errand(at, work, what), (at, _order++));

    public bool TryNext(out Errand next) => _errands.TryDequeue(out next!, out _);
}
