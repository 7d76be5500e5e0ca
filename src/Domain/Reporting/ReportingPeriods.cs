namespace NtmServerless.Domain.Reporting;

/// <summary>
/// Reporting periods of Decree 09/2019/NĐ-CP, article 12: a month runs from the 15th of the month before to the 14th; a
/// quarter from the 15th of the month before it to the 14th of its last month; the first half from 15/12 to 14/6, the
/// second from 15/6 to 14/12; a year from 15/12 to 14/12.
/// </summary>
public static class ReportingPeriods
{
    private const int CutOff = 14;

    public static ReportingPeriod Month(int year, int month) => Of(PeriodKind.Month, year, month, months: 1);

    public static ReportingPeriod Quarter(int year, int quarter) => Of(PeriodKind.Quarter, year, quarter, months: 3);

    public static ReportingPeriod HalfYear(int year, int half) => Of(PeriodKind.HalfYear, year, half, months: 6);

    public static ReportingPeriod YearOf(int year) => Of(PeriodKind.Year, year, 1, months: 12) with { Number = 0 };

    /// <summary>All periods of a plan year, in the order in which they end; the shorter first on the same day.</summary>
    public static IReadOnlyList<ReportingPeriod> OfYear(int year) =>
    [
        .. Enumerable.Range(1, 12).Select(m => Month(year, m))
            .Concat(Enumerable.Range(1, 4).Select(q => Quarter(year, q)))
            .Concat(Enumerable.Range(1, 2).Select(h => HalfYear(year, h)))
            .Append(YearOf(year))
            .OrderBy(p => p.To).ThenBy(p => p.Kind),
    ];

    /// <summary>The quarter (1 to 4) of a plan year in whose report a day counts; null on a day of another year.</summary>
    public static int? QuarterOf(int year, DateOnly day) =>
        Enumerable.Range(1, 4).Select(q => Quarter(year, q)).FirstOrDefault(p => p.Contains(day))?.Number;

    /// <summary>The month whose report counts a day.</summary>
    public static ReportingPeriod MonthOf(DateOnly day)
    {
        DateOnly named = day.Day > CutOff ? day.AddMonths(1) : day;
        return Month(named.Year, named.Month);
    }

    /// <summary>
    /// A timer that did not run is made up for this many days long; what was missed for longer is offered for making, not
    /// made in a burst.
    /// </summary>
    public const int MadeUpForDays = 7;

    /// <summary>The periods of a year that ended on one of the last days: what a timer asks for on a day. Asking again changes nothing.</summary>
    public static IReadOnlyList<ReportingPeriod> EndedLately(int year, DateOnly today) =>
        [.. OfYear(year).Where(p => p.To < today && p.To >= today.AddDays(-MadeUpForDays))];

    private static ReportingPeriod Of(PeriodKind kind, int year, int number, int months)
    {
        DateOnly lastMonth = new(year, number * months, CutOff);
        return new ReportingPeriod(kind, year, number, lastMonth.AddMonths(-months).AddDays(1), lastMonth);
    }
}
