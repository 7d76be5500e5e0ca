namespace NtmServerless.Domain.DaysOff;

/// <summary>
/// Which days are worked: Monday to Friday without public holidays, as the office corrected them. What is asked of it becomes a date in the
/// record that was decided on; a later correction moves no date that somebody was told.
/// </summary>
public sealed class WorkCalendar(OfficeDays office)
{
    /// <summary>The law's, without any office's corrections.</summary>
    public static readonly WorkCalendar OfTheLaw = new(OfficeDays.None);

    private readonly Dictionary<DateOnly, DayChange> _changes = office.Changes.ToDictionary(c => c.Day);

    public bool WarnsOfWeekends => office.WarnsOfWeekends;

    public bool MovesDeadlines => office.MovesDeadlines;

    /// <summary>Whether a day is worked; the office's word goes before the law's.</summary>
    public bool IsWorking(DateOnly day) => _changes.TryGetValue(day, out DayChange? change)
        ? change.Rule == DayRule.Worked
        : !PublicHolidays.Of(day.Year).ContainsKey(day) && (!PublicHolidays.IsWeekend(day) || IsSwapped(day));

    // Where the office works on the day off, its Saturday is one like any other.
    private bool IsSwapped(DateOnly day) =>
        PublicHolidays.OffFor(day) is { } off && !(_changes.TryGetValue(off, out DayChange? change) && change.Rule == DayRule.Worked);

    /// <summary>The holiday on a day, also where it is a weekend; null on a working day and on a weekend like any other.</summary>
    public DayOff? HolidayOn(DateOnly day)
    {
        if (_changes.TryGetValue(day, out DayChange? change)) return change.Rule == DayRule.Off ? new DayOff(day, Holiday.Own, change.Reason) : null;
        return PublicHolidays.Of(day.Year).TryGetValue(day, out Holiday holiday) ? new DayOff(day, holiday) : null;
    }

    /// <summary>The day itself where it is worked, else the next one that is.</summary>
    public DateOnly WorkingFrom(DateOnly day)
    {
        while (!IsWorking(day)) day = day.AddDays(1);
        return day;
    }

    /// <summary>The last working day before a day.</summary>
    public DateOnly WorkingBefore(DateOnly day)
    {
        do day = day.AddDays(-1);
        while (!IsWorking(day));
        return day;
    }

    /// <summary>The working day that is so many working days after a day; 0: the day itself.</summary>
    public DateOnly After(DateOnly day, int count)
    {
        for (; count > 0; count--) day = WorkingFrom(day.AddDays(1));
        return day;
    }

    /// <summary>The day on which something is due that is meant for a day: the same, or the next working one where deadlines move.</summary>
    public DateOnly Due(DateOnly day) => MovesDeadlines ? WorkingFrom(day) : day;

    /// <summary>Every holiday of a calendar year as it stands, by day.</summary>
    public IEnumerable<DayOff> HolidaysOf(int year) => PublicHolidays.Of(year).Keys.Union(office.Changes.Select(c => c.Day).Where(d => d.Year == year))
        .Order().Select(HolidayOn).OfType<DayOff>();

    /// <summary>Weekends and holidays of a calendar year that are worked all the same, by day.</summary>
    public IEnumerable<DateOnly> WorkedOf(int year) => PublicHolidays.Worked(year).Union(office.Changes.Select(c => c.Day).Where(d => d.Year == year))
        .Order().Where(d => IsWorking(d));
}
