using CsCheck;
using Xunit;

namespace NtmServerless.Domain.Tests.Periods;

/// <summary>Periods of a plan that reports by the calendar.</summary>
public sealed class CalendarPeriodsTests
{
    private static readonly Plan ByCalendar = SamplePlan.Plan with { Reporting = SamplePlan.Plan.Reporting with { PeriodScheme = PeriodSchemes.CalendarMonths } };

    [Fact]
    public void Of_APlan_GivesTheSchemeThatItNames()
    {
        Assert.Same(ReportingPeriods.Decree09, ReportingPeriods.Of(SamplePlan.Plan));
        Assert.Same(ReportingPeriods.Calendar, ReportingPeriods.Of(ByCalendar));
    }

    [Theory]
    [InlineData("month-2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("month-2023-02", "2023-02-01", "2023-02-28")]
    [InlineData("quarter-2024-2", "2024-04-01", "2024-06-30")]
    [InlineData("half-2024-2", "2024-07-01", "2024-12-31")]
    [InlineData("year-2024", "2024-01-01", "2024-12-31")]
    public void Period_RunsFromTheFirstToTheLastDay(string id, string from, string to)
    {
        ReportingPeriod period = ReportingPeriods.Calendar.OfYear(int.Parse(id.Split('-')[1], null)).Single(p => p.Id == id);
        Assert.Equal((DateOnly.Parse(from, null), DateOnly.Parse(to, null)), (period.From, period.To));
    }

    [Fact]
    public void EveryDay_LiesInTheMonthThatMonthOfNames() => Gen.Select(Gen.Int[2000, 2099], Gen.Int[0, 364], Gen.Bool).Sample((year, day, calendar) =>
    {
        ReportingPeriods periods = calendar ? ReportingPeriods.Calendar : ReportingPeriods.Decree09;
        DateOnly date = new DateOnly(year, 1, 1).AddDays(day);
        return periods.MonthOf(date).Contains(date);
    });

    [Fact]
    public void Timer_AsksOnTheFirstOfTheNextMonth() => Assert.Equal(
        ["month-2024-03", "quarter-2024-1"], ReportingPeriods.Calendar.EndedLately(2024, new DateOnly(2024, 4, 1)).Select(p => p.Id.Value));

    [Fact]
    public void Before_IsThePeriodOfTheSameKind_WithinTheYear()
    {
        ReportingPeriods periods = ReportingPeriods.Decree09;
        Assert.Equal("month-2024-04", periods.Before(periods.Month(2024, 5))?.Id);
        Assert.Null(periods.Before(periods.Month(2024, 1)));
        Assert.Null(periods.Before(periods.YearOf(2024)));
        Assert.Null(periods.Before(new ReportingPeriod(PeriodKind.AdHoc, 2024, 0, new(2024, 4, 1), new(2024, 4, 9))));
    }
}
