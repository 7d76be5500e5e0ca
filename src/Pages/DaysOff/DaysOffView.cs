namespace NtmServerless.Pages.DaysOff;

/// <summary>The days off of a calendar year.</summary>
/// <param name="Office">What the office decided, for all years.</param>
public sealed record DaysOffView(int Year, OfficeDays Office)
{
    private WorkCalendar Calendar { get; } = new(Office);

    /// <summary>Days off and days that are worked in their place, by day; null: it is worked.</summary>
    public IEnumerable<(DateOnly Day, DayOff? Off)> Days =>
        Calendar.HolidaysOf(Year).Select(d => (d.Day, (DayOff?)d)).Concat(Calendar.WorkedOf(Year).Select(d => (d, (DayOff?)null))).OrderBy(d => d.Item1);

    /// <summary>What the office said of a day; null: it is as the law has it.</summary>
    public DayChange? ChangeOf(DateOnly day) => Office.Changes.FirstOrDefault(c => c.Day == day);

    /// <summary>The day off that a day is worked for, by the office's word or by the law's; null: for none that is known.</summary>
    public DateOnly? OffFor(DateOnly worked) => ChangeOf(worked) is { } change ? Office.OffFor(change) : PublicHolidays.OffFor(worked);

    /// <summary>Whether the days that are decided each year are known of this one.</summary>
    public bool IsKnown => PublicHolidays.Years is var (first, last) && first <= Year && Year <= last;
}
