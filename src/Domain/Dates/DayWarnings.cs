namespace NtmServerless.Domain.Dates;

/// <summary>What is to be said of a day for something that the plan orders, whatever it is.</summary>
internal static class DayWarnings
{
    /// <param name="window">The plan's window for it; null where the plan is silent: then its whole year.</param>
    public static IEnumerable<DateWarning> Of(DateOnly day, Plan plan, DateWindow? window, WorkCalendar days)
    {
        // Who is outside the year is outside every window of it: that is said once.
        if (day.Year != plan.Year) yield return new DateWarning(DateWarningKind.OutsideYear, day, DateWindow.Quarters(plan.Year, 1, 4));
        else if (window?.Contains(day) == false) yield return new DateWarning(DateWarningKind.OutsideWindow, day, window);
        if (days.HolidayOn(day) is { } off) yield return new DateWarning(DateWarningKind.Holiday, day, Holiday: off.Holiday, Name: off.Name);
        else if (days.WarnsOfWeekends && !days.IsWorking(day)) yield return new DateWarning(DateWarningKind.Weekend, day);
    }
}
