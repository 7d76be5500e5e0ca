using Xunit;

namespace NtmServerless.Domain.Tests.Plans;

public sealed class PlanWindowsTests
{
    [Fact]
    public void Quarters_AreWholeMonths()
    {
        Assert.Equal(new DateWindow(new(2024, 4, 1), new(2024, 9, 30)), DateWindow.Quarters(2024, 2, 3));
        Assert.Equal(new DateWindow(new(2024, 1, 1), new(2024, 12, 31)), DateWindow.Quarters(2024, 1, 4));
        Assert.Equal(366, DateWindow.Quarters(2024, 1, 4).Days);
        Assert.Throws<ArgumentOutOfRangeException>(() => DateWindow.Quarters(2024, 3, 2));
    }

    [Fact]
    public void Window_ContainsBothEnds()
    {
        DateWindow window = DateWindow.Quarters(2024, 3, 3);
        Assert.True(window.Contains(window.From) && window.Contains(window.To));
        Assert.False(window.Contains(window.From.AddDays(-1)) || window.Contains(window.To.AddDays(1)));
    }

    [Fact]
    public void PassedOn_OnTheLastDay_WarnsOfNothing() => Assert.Empty(PlanWindows.PassedOn(SamplePlan.Plan, new(2024, 9, 30)));

    [Fact]
    public void PassedOn_TheDayAfter_NamesEveryWindowThatIsOver()
    {
        IReadOnlyList<PlanWarning> warnings = PlanWindows.PassedOn(SamplePlan.Plan, new(2024, 10, 1));
        Assert.Equal(
            ["$.studyTours[0].window", "$.streams[0].window", "$.streams[1].window", "$.streams[2].window"],
            warnings.Select(warning => warning.Path));
        Assert.All(warnings, warning => Assert.Equal(("plan-window-passed", "30/09/2024"), (warning.Code, warning.Parameters["to"])));
    }
}
