using NtmServerless.Domain.Practice;
using Xunit;

namespace NtmServerless.Domain.Tests.Practice;

public sealed class OnTheWayTests
{
    private static readonly ClassOfPlan Held = new(SamplePlan.Plan, SampleClass.In(ClassStage.Reporting) with
    {
        Trace = new ClassTrace { InvitedAt = SampleClass.Closes, ReportAskedAt = SampleClass.LastEnd },
    });

    [Fact]
    public void Classes_TellWhatTheirLifecycleDid_InTheOrderOfTime_WithoutWhatPeopleDid() => Assert.Equal(
        [ClassMoment.OpenRegistration, ClassMoment.CloseRegistration, ClassMoment.Invite, ClassMoment.Begin, ClassMoment.End, ClassMoment.AskForReport],
        OnTheWay.Of([Held], SampleClass.AnnouncedAt.AddDays(-1), SampleClass.LastEnd).Select(e => e.What));

    [Fact]
    public void Classes_CountTheEndOfTheWay_NotItsBeginning() => Assert.Equal(
        [ClassMoment.Begin], OnTheWay.Of([Held], SampleClass.Closes, SampleClass.FirstStart).Select(e => e.What));

    [Fact]
    public void Reports_TellWhenTheyCameDue_AndWhatTheirCycleDid()
    {
        DateTimeOffset due = SampleClass.At("2024-05-15 00:05");
        PeriodicReport report = new()
        {
            PlanId = SamplePlan.Plan.Id,
            Period = ReportingPeriods.Decree09.Month(2024, 5),
            Id = new("month-2024-05"),
            AskedAt = due,
            Trace = new ReportTrace(UnitsAskedAt: due.AddMinutes(1), UnitsRemindedAt: due.AddDays(2), EscalatedAt: due.AddDays(5)),
        };
        Assert.Equal(
            [ReportMoment.CameDue, ReportMoment.UnitsAsked, ReportMoment.UnitsReminded],
            OnTheWay.Of([report], due.AddDays(-1), due.AddDays(3)).Select(e => e.What));
        PeriodicReport asked = report with { AskedByUnitId = SampleClass.Office };
        Assert.Equal([ReportMoment.UnitsAsked], OnTheWay.Of([asked], due.AddDays(-1), due.AddDays(1)).Select(e => e.What));
    }
}
