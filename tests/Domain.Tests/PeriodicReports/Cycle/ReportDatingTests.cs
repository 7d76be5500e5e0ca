using Xunit;

namespace NtmServerless.Domain.Tests.PeriodicReports.Cycle;

/// <summary>The dates of a report are reckoned with every day off, once, when it is asked; what runs already goes on as it was asked.</summary>
public sealed class ReportDatingTests
{
    private static readonly DateTimeOffset BeforeKings = SampleClass.At("2024-04-15 00:05");

    [Fact]
    public void AnswersDue_AcrossADayOfTheMoon_IsAWorkingDayLater()
    {
        PeriodicReport before = Asked(BeforeKings).Report, now = Asked(BeforeKings).WithAnswersDue(WorkCalendar.OfTheLaw).Report;
        Assert.Equal(SampleClass.At("2024-04-22 17:00"), ReportChecklist.AnswersDue(before));
        Assert.Equal(SampleClass.At("2024-04-23 17:00"), ReportChecklist.AnswersDue(now));
        Assert.Equal(new ReportErrand(ReportStep.RemindUnits, SampleClass.At("2024-04-17 08:00")), ReportChecklist.Next(now));
        PeriodicReport reminded = now with { Trace = now.Trace with { UnitsRemindedAt = SampleClass.At("2024-04-17 08:00") } };
        Assert.Equal(new ReportErrand(ReportStep.Escalate, SampleClass.At("2024-04-22 08:00")), ReportChecklist.Next(reminded));
    }

    [Fact]
    public void AnswersDue_OnceTold_IsNotMovedByACorrection()
    {
        ReportOutcome asked = Asked(BeforeKings).WithAnswersDue(WorkCalendar.OfTheLaw);
        OfficeDays office = OfficeDays.None.Set(new DayForm(new(2024, 4, 23), DayRule.Off, null, "Lễ hội"), "Mai", BeforeKings);
        Assert.Equal(asked.Report, asked.WithAnswersDue(new(office)).Report);
    }

    [Fact]
    public void SubmissionDue_IsReckonedFromTheDraft_AndAnewFromItsReturn()
    {
        PeriodicReport asked = Asked(BeforeKings).WithAnswersDue(WorkCalendar.OfTheLaw).Report;
        ReportOutcome drafted = ReportDecisions.Compile(asked, SampleReport.Made(), SampleReport.Posts.Compiler, SampleClass.At("2024-04-26 17:00"));
        PeriodicReport waiting = drafted.WithSubmissionDue(WorkCalendar.OfTheLaw).Report;
        Assert.Equal(SampleClass.At("2024-05-02 17:00"), ReportChecklist.SubmissionDue(drafted.Report with { Trace = new() }));
        Assert.Equal(SampleClass.At("2024-05-03 17:00"), ReportChecklist.SubmissionDue(waiting));
        PeriodicReport returned = waiting with { Stage = ReportStage.Returned, ReturnedAt = SampleClass.At("2024-05-06 09:00") };
        PeriodicReport back = new ReportOutcome(returned).WithSubmissionDue(WorkCalendar.OfTheLaw).Report;
        Assert.Equal(SampleClass.At("2024-05-08 17:00"), ReportChecklist.SubmissionDue(back));
    }

    [Fact]
    public void ApprovalDue_OnADayOff_IsTheNextWorkingDay()
    {
        PeriodicReport asked = Asked(BeforeKings).WithAnswersDue(WorkCalendar.OfTheLaw).Report;
        PeriodicReport submitted = asked with { Stage = ReportStage.Submitted, SubmittedAt = SampleClass.At("2024-04-26 09:00") };
        Assert.Equal(SampleClass.At("2024-04-29 17:00"), ReportChecklist.ApprovalDue(submitted));
        PeriodicReport waiting = new ReportOutcome(submitted).WithApprovalDue(WorkCalendar.OfTheLaw).Report;
        Assert.Equal(new ReportErrand(ReportStep.RemindApprover, SampleClass.At("2024-05-02 17:00")), ReportChecklist.Next(waiting));
        Assert.Equal(SampleReport.Submitted, new ReportOutcome(SampleReport.Submitted).WithApprovalDue(WorkCalendar.OfTheLaw).Report);
    }

    [Fact]
    public void SubmissionDue_OfAReportFromBeforeDatesWereKept_StaysAsItWas() =>
        Assert.Equal(SampleReport.Compiled, new ReportOutcome(SampleReport.Compiled).WithSubmissionDue(WorkCalendar.OfTheLaw).Report);

    private static ReportOutcome Asked(DateTimeOffset at) =>
        ReportDecisions.AskUnits(SampleReport.Fresh with { AskedAt = at }, [SampleReport.Owes("xa-gia-cat")], null, at);
}
