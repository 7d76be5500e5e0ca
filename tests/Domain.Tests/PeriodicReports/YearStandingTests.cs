using NtmServerless.Domain.PeriodicReports.YearEnd;
using NtmServerless.Domain.Periods;
using Xunit;

namespace NtmServerless.Domain.Tests.PeriodicReports;

/// <summary>Where a plan's year stands for somebody who adds to it, and which days two plans share.</summary>
public sealed class YearStandingTests
{
    private static readonly Plan This = SamplePlan.Plan;
    private static readonly Plan Next = This with { Id = new("cao-loc-nam-sau"), Year = This.Year + 1 };

    [Theory]
    [InlineData("2024-12-14", false, false)]
    [InlineData("2024-12-15", true, true)]
    [InlineData("2025-01-02", true, true)]
    public void Of_AfterTheLastCutOff_IsOver_AndLeadsToThePlanOfTheDay(string today, bool over, bool leads)
    {
        YearStanding year = YearStanding.Of(This, [This, Next], null, DateOnly.Parse(today, null));
        Assert.Equal((over, leads ? Next.Id : null), (year.IsOver, year.OfToday?.Id));
        Assert.Null(year.WhyNotPlanned);
    }

    [Fact]
    public void WhyNotPlanned_InAClosedYear_SaysSo_UntilItIsOpenedAgain()
    {
        YearEndKept closed = new() { ClosedAt = SampleClass.At("2025-01-10 08:00"), ClosedByUnitId = "van-phong" };
        Assert.Equal(Rule.YearClosed, YearStanding.Of(This, [This], closed.ClosedAt, new DateOnly(2025, 1, 11)).WhyNotPlanned?.Rule);
        Assert.Null(YearStanding.Of(This, [This], closed.Open().ClosedAt, new DateOnly(2025, 1, 11)).WhyNotPlanned);
        YearEndKept open = closed.Open();
        Assert.Same(open, open.Open());
    }

    [Fact]
    public void Shared_OfAPlanAndTheNext_IsTheEndOfDecember_AndNothingByTheCalendar()
    {
        Assert.Equal((new DateOnly(2024, 12, 15), new DateOnly(2024, 12, 31)), PlanDays.Shared(This, Next));
        Assert.Equal(PlanDays.Shared(This, Next), PlanDays.Shared(Next, This));
        Assert.Null(PlanDays.Shared(This, This));
        Plan Calendar(Plan plan) => plan with { Reporting = plan.Reporting with { PeriodScheme = PeriodSchemes.CalendarMonths } };
        Assert.Null(PlanDays.Shared(Calendar(This), Calendar(Next)));
    }
}
