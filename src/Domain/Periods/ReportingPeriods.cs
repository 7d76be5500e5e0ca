namespace NtmServerless.Domain.Periods;

/// <summary>
/// How a year is cut into reporting periods; the plan names the scheme. By Decree 09/2019/NĐ-CP, article 12, a month runs from
/// the 15th of the month before to the 14th; a quarter from the 15th of the month before it to the 14th of its last month; the
/// first half from 15/12 to 14/6, the second from 15/6 to 14/12; a year from 15/12 to 14/12. Other rules report by the calendar.
/// </summary>
public sealed class ReportingPeriods
{
    /// <summary>Decree 09/2019/NĐ-CP, article 12.</summary>
    public static readonly ReportingPeriods Decree09 = new(cutOff: 14);

    /// <summary>Months of the calendar, from the 1st to their last day.</summary>
    public static readonly ReportingPeriods Calendar = new(cutOff: null);

    // The last day of a period in its last month; null: whatever day the month ends on.
    private readonly int? _cutOff;

    private ReportingPeriods(int? cutOff) => _cutOff = cutOff;

    /// <summary>The periods of a plan, by the scheme that it names.</summary>
    public static ReportingPeriods Of(Plan plan) => plan.Reporting.PeriodScheme == PeriodSchemes.CalendarMonths ? Calendar : Decree09;

    public ReportingPeriod Month(int year, int month) => Of(PeriodKind.Month, year, month, months: 1);

    public ReportingPeriod Quarter(int year, int quarter) => Of(PeriodKind.Quarter, year, quarter, months: 3);

    public ReportingPeriod HalfYear(int year, int half) => Of(PeriodKind.HalfYear, year, half, months: 6);

    public ReportingPeriod YearOf(int year) => Of(PeriodKind.Year, year, 1, months: 12) with { Number = 0 };

    /// <summary>The days after a year's last cut-off that a supplement reports.</summary>
    /// <param name="number">From 1; the next begins where the one before ended.</param>
    public static ReportingPeriod Supplement(int year, int number, DateOnly from, DateOnly to) => new(PeriodKind.Supplement, year, number, from, to);

    /// <summary>All days after a year's last cut-off on which something of its plan may still be held or done; not a period of a report.</summary>
    public ReportingPeriod RestOf(int year) => Supplement(year, 0, AfterYear(year), new DateOnly(year + 1, 12, 31));

    /// <summary>The first day that no period of a year contains any more.</summary>
    public DateOnly AfterYear(int year) => YearOf(year).To.AddDays(1);

    /// <summary>All periods of a plan year, in the order in which they end; the shorter first on the same day.</summary>
    public IReadOnlyList<ReportingPeriod> OfYear(int year) =>
    [
        .. Enumerable.Range(1, 12).Select(m => Month(year, m))
            .Concat(Enumerable.Range(1, 4).Select(q => Quarter(year, q)))
            .Concat(Enumerable.Range(1, 2).Select(h => HalfYear(year, h)))
            .Append(YearOf(year))
            .OrderBy(p => p.To).ThenBy(p => p.Kind),
    ];

    /// <summary>The period of the same kind before this one in its year; null for the first, for a year, a supplement and a span on request.</summary>
    public ReportingPeriod? Before(ReportingPeriod period) => period.Kind is PeriodKind.Year or PeriodKind.AdHoc or PeriodKind.Supplement
        ? null
        : OfYear(period.Year).FirstOrDefault(p => p.Kind == period.Kind && p.Number == period.Number - 1);

    /// <summary>The quarter (1 to 4) of a plan year in whose report a day counts; null on a day of another year.</summary>
    public int? QuarterOf(int year, DateOnly day) =>
        Enumerable.Range(1, 4).Select(q => Quarter(year, q)).FirstOrDefault(p => p.Contains(day))?.Number;

    /// <summary>The month whose report counts a day.</summary>
    public ReportingPeriod MonthOf(DateOnly day)
    {
        DateOnly named = day.Day > _cutOff ? day.AddMonths(1) : day;
        return Month(named.Year, named.Month);
    }

    /// <summary>
    /// A timer that did not run is made up for this many days long; what was missed for longer is offered for making, not
    /// made in a burst.
    /// </summary>
    public const int MadeUpForDays = 7;

    /// <summary>The periods of a year that ended on one of the last days: what a timer asks for on a day. Asking again changes nothing.</summary>
    public IReadOnlyList<ReportingPeriod> EndedLately(int year, DateOnly today) =>
        [.. OfYear(year).Where(p => p.To < today && p.To >= today.AddDays(-MadeUpForDays))];

    private ReportingPeriod Of(PeriodKind kind, int year, int number, int months)
    {
        DateOnly begins = new DateOnly(year, number * months, 1).AddMonths(1 - months);
        return _cutOff is { } day
            ? new ReportingPeriod(kind, year, number, begins.AddMonths(-1).AddDays(day), begins.AddMonths(months - 1).AddDays(day - 1))
            : new ReportingPeriod(kind, year, number, begins, begins.AddMonths(months).AddDays(-1));
    }
}
