using Xunit;
using static NtmServerless.Domain.Tests.Tours.SampleTour;

namespace NtmServerless.Domain.Tests.Tours;

/// <summary>What speaks against the dates of a tour; with a reason they stand.</summary>
public sealed class TourDatingTests
{
    private static readonly TourDating Dating = new(SamplePlan.Plan, WorkCalendar.OfTheLaw);

    [Fact]
    public void Warnings_OfATourWithinItsQuarter_AreNone() => Assert.Empty(Dating.Warnings(Announced));

    [Theory]
    [InlineData("2024-05-10", "2024-05-12", "departsOn:OutsideWindow,returnsOn:OutsideWindow")]
    [InlineData("2024-09-29", "2024-10-01", "returnsOn:OutsideWindow")]
    [InlineData("2024-08-31", "2024-09-02", "returnsOn:Holiday")]
    [InlineData("2024-09-02", "2024-09-04", "departsOn:Holiday,returnsOn:Holiday")]
    [InlineData("2025-07-10", "2025-07-10", "departsOn:OutsideYear")]
    public void Warnings_SayWhatSpeaksAgainstTheDays(string from, string to, string wanted) =>
        Assert.Equal(wanted, string.Join(',', Dating.Warnings(On(from, to)).Select(w => $"{w.Field}:{w.Warning.Kind}")));

    [Fact]
    public void Settle_WithWarnings_WantsAReason_AndKeepsIt()
    {
        TourOutcome dated = new(On("2024-05-10", "2024-05-12"));
        DatesWarnedException refused = Assert.Throws<DatesWarnedException>(() => Dating.Settle(dated, null, Lead, Now));
        Assert.Equal(["departsOn", "returnsOn", "reason"], refused.Errors.Select(e => e.Field));
        DateChoice kept = Assert.Single(Dating.Settle(dated, "Nơi đến hẹn ngày này", Lead, Now).Tour.DateChoices);
        Assert.Equal(("Nơi đến hẹn ngày này", 2, Lead, Now), (kept.Reason, kept.Warnings.Count, kept.ByUnitId, kept.At));
    }

    [Fact]
    public void Settle_FixesWhenTheReportIsDue_OnAWorkingDay()
    {
        // Monday 26 August + 5 is a Saturday before the days of 2 September.
        StudyTour t = On("2024-08-26", "2024-08-26");
        Assert.Equal(SampleClass.At("2024-08-31 17:00"), TourChecklist.ReportDue(t));
        Assert.Equal(SampleClass.At("2024-09-04 17:00"), TourChecklist.ReportDue(Dating.Settle(new(t), null, Lead, Now).Tour));
    }

    private static StudyTour On(string from, string to) => Announced with { DepartsOn = DateOnly.Parse(from, null), ReturnsOn = DateOnly.Parse(to, null) };
}
