using NtmServerless.Domain.Reporting;
using NtmServerless.Domain.Rules;
using NtmServerless.Domain.Tests.Plans;
using Xunit;

namespace NtmServerless.Domain.Tests.Reporting;

public sealed class PeriodicReportTests
{
    private static readonly DateTimeOffset Now = new(2024, 6, 15, 1, 0, 0, TimeSpan.Zero);
    private static readonly ReportingPeriod Period = ReportingPeriods.Quarter(2024, 2);
    private static readonly ReportFigures Figures = ReportFigures.Of(SamplePlan.Plan, Period.From, Period.To, [], [], []);
    private static readonly PeriodicReport Asked = new() { PlanId = "caoloc-2024", Period = Period, Id = Period.Id, AskedAt = Now };

    [Fact]
    public void Compile_Twice_KeepsTheFirstFigures()
    {
        PeriodicReport once = Asked.Compile(Figures, Figures, Now);
        Assert.Equal((ReportStage.Compiled, Now), (once.Stage, once.CompiledAt));
        Assert.Same(once, once.Compile(Figures with { ToursHeld = 9 }, Figures, Now.AddDays(1)));
    }

    [Fact]
    public void Approve_WithoutFigures_IsRefused() =>
        Assert.Equal(Rule.ReportStage, Assert.Throws<RuleBrokenException>(() => Asked.Approve(Now)).Rule);

    [Fact]
    public void Approve_Twice_IsTheSameAsOnce_AndFiguresStay()
    {
        PeriodicReport approved = Asked.Compile(Figures, Figures, Now).Approve(Now);
        Assert.Same(approved, approved.Approve(Now.AddDays(1)));
        Assert.Same(approved, approved.Compile(Figures with { ToursHeld = 9 }, Figures, Now));
    }

    [Fact]
    public void Remind_Twice_KeepsTheFirstMoment() => Assert.Equal(Now, Asked.Remind(Now).Remind(Now.AddDays(3)).RemindedAt);
}
