namespace NtmServerless.Domain.Dates;

/// <summary>Days that can be proposed: nothing that would be warned of speaks against them, and the office works on them.</summary>
public static class FreeDays
{
    private const int MostDays = 366;

    /// <summary>The first free day from a day on, at most a year away; null where the plan's time for it ends before one.</summary>
    /// <param name="window">The plan's window for it; null where the plan is silent.</param>
    /// <param name="offsets">The days of what is proposed, counted from its first; every one of them has to be free.</param>
    /// <param name="wanted">What else the first day has to be; null: nothing.</param>
    public static DateOnly? From(
        DateOnly day, Plan plan, DateWindow? window, WorkCalendar days, IReadOnlyCollection<int> offsets, Func<DateOnly, bool>? wanted = null)
    {
        foreach (DateOnly first in Enumerable.Range(0, MostDays).Select(day.AddDays))
            if (wanted?.Invoke(first) != false && offsets.All(o => IsFree(first.AddDays(o), plan, window, days))) return first;
        return null;
    }

    private static bool IsFree(DateOnly day, Plan plan, DateWindow? window, WorkCalendar days) =>
        days.IsWorking(day) && !DayWarnings.Of(day, plan, window, days).Any();
}
