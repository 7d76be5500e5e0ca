namespace NtmServerless.Rehearsal.Year;

/// <summary>What kind of work an errand is, to tell where the time goes.</summary>
internal enum Work
{
    Planning,
    Registering,
    Holding,
    ClassReports,
    Tours,
    Media,
    Reports,
    Looking,
}

/// <summary>Something that somebody does at a moment of business time.</summary>
internal sealed record Errand(DateTimeOffset At, Work Work, Func<Task> Do);

/// <summary>What people do in the year, in order of time; at one moment in the order in which it was put down.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<Errand, (DateTimeOffset At, int Order)> _errands = new();
    private int _order;

    public void Add(DateTimeOffset at, Work work, Func<Task> what) => _errands.Enqueue(new Errand(at, work, what), (at, _order++));

    public bool TryNext(out Errand next) => _errands.TryDequeue(out next!, out _);
}

/// <summary>Moments of the rehearsed year, in Vietnam.</summary>
internal static class Moment
{
    public static DateTimeOffset On(DateOnly day, int hour, int minute = 0) =>
        new(day.ToDateTime(new TimeOnly(hour, minute)), TimeSpan.FromHours(7));
}
