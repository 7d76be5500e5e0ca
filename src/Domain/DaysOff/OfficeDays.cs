namespace NtmServerless.Domain.DaysOff;

/// <summary>What the office decided about days off: days that differ from the law's, and what follows from a day off.</summary>
/// <param name="Changes">One a day at most, by day.</param>
/// <param name="WarnsOfWeekends">Classes on a weekend need a reason; villagers often have time only then, so not unless the office wants it.</param>
/// <param name="MovesDeadlines">What falls due on a day off is due on the next working day.</param>
/// <param name="Version">Counts the changes of this record.</param>
public sealed record OfficeDays(IReadOnlyList<DayChange> Changes, bool WarnsOfWeekends = false, bool MovesDeadlines = true, int Version = 0)
{
    /// <summary>More than any office sets; keeps the record small.</summary>
    public const int MostChanges = 400;

    public static readonly OfficeDays None = new([]);

    /// <summary>Sets a day, and the one that is worked for it, in the place of one before. The same again changes nothing.</summary>
    /// <exception cref="InvalidInputException">With every field that is wrong; also where the day is so already.</exception>
    public OfficeDays Set(DayForm form, string byName, DateTimeOffset now)
    {
        (DateOnly day, DayRule rule, DateOnly? madeUpOn, string reason) = form.Check();
        // A second tap, or an answer that was lost.
        if (Changes.Any(c => c.Day == day && c.Rule == rule && c.Reason == reason) && MadeUpFor(day) == madeUpOn) return this;
        OfficeDays next = Without(day);
        if (rule == DayRule.ByLaw)
            return next.Changes.Count < Changes.Count ? next.Count() : throw new InvalidInputException("day", "day-by-law-already");
        if (new WorkCalendar(next).IsWorking(day) == (rule == DayRule.Worked))
            throw new InvalidInputException("day", rule == DayRule.Off ? "day-off-already" : "day-worked-already");
        next = next.With(new DayChange(day, rule, reason, now, byName));
        if (madeUpOn is { } worked)
        {
            next = next.Without(worked);
            if (new WorkCalendar(next).IsWorking(worked)) throw new InvalidInputException("madeUpOn", "day-worked-already");
            next = next.With(new DayChange(worked, DayRule.Worked, reason, now, byName, For: day));
        }

        return next.Changes.Count <= MostChanges ? next.Count() : throw new InvalidInputException("day", "days-too-many", ("most", MostChanges));
    }

    /// <summary>What follows from a day off.</summary>
    public OfficeDays Choose(bool warnsOfWeekends, bool movesDeadlines) =>
        (this with { WarnsOfWeekends = warnsOfWeekends, MovesDeadlines = movesDeadlines }).Count();

    private OfficeDays Count() => this with { Version = Version + 1 };

    /// <summary>
    /// The day off that a day is worked for; null: for none. Before it was kept (<see cref="DayChange.For"/>), the two were still set in one act: at
    /// the same moment, by the same officer, for the same reason.
    /// </summary>
    public DateOnly? OffFor(DayChange worked) => worked.Rule != DayRule.Worked ? null
        : worked.For ?? Changes.FirstOrDefault(
            c => c.Rule == DayRule.Off && c.At == worked.At && c.ByName == worked.ByName && c.Reason == worked.Reason)?.Day;

    private DateOnly? MadeUpFor(DateOnly day) => Changes.FirstOrDefault(c => OffFor(c) == day)?.Day;

    // Nobody works for a day off that is none any more.
    private OfficeDays Without(DateOnly day) => this with { Changes = [.. Changes.Where(c => c.Day != day && OffFor(c) != day)] };

    private OfficeDays With(DayChange change) => this with { Changes = [.. Changes.Append(change).OrderBy(c => c.Day)] };
}
