using Xunit;

namespace NtmServerless.Domain.Tests.Progress;

public sealed class YearCalendarTests
{
    private static readonly Plan Plan = SamplePlan.Plan;
    private static readonly DateTimeOffset Now = SampleClass.At("2024-06-03 09:00");

    [Theory]
    [InlineData(ClassStage.Announced, ClassMark.ToCome)]
    [InlineData(ClassStage.Registering, ClassMark.Registering)]
    [InlineData(ClassStage.Confirmed, ClassMark.ToCome)]
    [InlineData(ClassStage.Holding, ClassMark.Holding)]
    [InlineData(ClassStage.Closed, ClassMark.Closed)]
    public void Mark_FollowsTheStage(ClassStage stage, ClassMark mark) => Assert.Equal(mark, YearCalendar.MarkOf(On("2024-06-01", stage), Now));

    [Theory]
    [InlineData("2024-06-01", true, ClassReportStage.None, ClassMark.Reporting)]
    [InlineData("2024-06-01", false, ClassReportStage.None, ClassMark.Unconfirmed)]
    [InlineData("2024-06-01", false, ClassReportStage.Submitted, ClassMark.Unconfirmed)]
    [InlineData("2024-05-20", true, ClassReportStage.None, ClassMark.Late)]
    [InlineData("2024-05-20", true, ClassReportStage.Submitted, ClassMark.Reporting)]
    public void Mark_OfAClassThatWasHeld_IsLateWhereSomethingIsMissing(string day, bool counted, ClassReportStage report, ClassMark mark)
    {
        TrainingClass held = On(day, ClassStage.Reporting);
        held = held with
        {
            Report = held.Report with { Stage = report },
            SessionCounts = counted ? [.. held.Sessions.Select(s => new SessionCount(s.Number, 30, 0))] : [],
        };
        Assert.Equal(mark, YearCalendar.MarkOf(held, Now));
    }

    [Fact]
    public void Calendar_HasTwelveMonths_AndOnlyClassesWithDates()
    {
        TrainingClass[] classes =
        [
            On("2024-06-20", ClassStage.Registering), On("2024-06-04", ClassStage.Registering),
            On("2023-12-20", ClassStage.Closed), On("2025-01-05", ClassStage.Announced),
            On("2024-07-01", ClassStage.Postponed), On("2024-07-01", ClassStage.Cancelled), SampleClass.In(ClassStage.Planned) with { Sessions = [] },
        ];
        YearCalendar calendar = YearCalendar.Of(Plan, classes, Now);
        Assert.Equal([1, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 1], calendar.Months.Select(m => m.Count));
        Assert.Equal([4, 20], calendar.Months[5].Select(c => VietnamTime.DateOf(c.Class.FirstStart).Day));
        Assert.Equal(4, calendar.All.Count());
    }

    private static TrainingClass On(string day, ClassStage stage)
    {
        DateTimeOffset start = SampleClass.At(day + " 07:30");
        return SampleClass.In(stage) with
        {
            HeldSessions = 0,
            Sessions = [new Session(1, start, start.AddHours(3)), new Session(2, start.AddHours(6), start.AddHours(9))],
        };
    }
}
