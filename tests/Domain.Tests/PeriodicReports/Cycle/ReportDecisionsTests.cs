using Xunit;

namespace NtmServerless.Domain.Tests.PeriodicReports.Cycle;

public sealed class ReportDecisionsTests
{
    private static readonly DateTimeOffset Later = SampleClass.At("2024-05-23 10:00");

    [Fact]
    public void AskUnits_Twice_TellsThemOnce()
    {
        ReportOutcome again = ReportDecisions.AskUnits(SampleReport.Asked, [SampleReport.Owes("xa-hai-yen")], 9, Later);
        Assert.Same(SampleReport.Asked, again.Report);
        Assert.Empty(again.Notices);
    }

    [Theory]
    [InlineData(ReportStep.RemindUnits)]
    [InlineData(ReportStep.Escalate)]
    public void Remind_WhenTheUnitsTimeIsOver_TellsNobody(ReportStep step)
    {
        PeriodicReport asked = step == ReportStep.Escalate
            ? ReportDecisions.Remind(SampleReport.Asked, ReportStep.RemindUnits, SampleReport.Posts, SampleClass.At("2024-05-17 08:00")).Report
            : SampleReport.Asked;

        ReportOutcome late = ReportDecisions.Remind(asked, step, SampleReport.Posts, ReportChecklist.AnswersDue(asked));

        Assert.NotEqual(step, ReportChecklist.Next(late.Report)!.Step);
        Assert.Empty(late.Notices);
        Assert.Single(ReportDecisions.Remind(asked, step, SampleReport.Posts, ReportChecklist.AnswersDue(asked).AddMinutes(-1)).Notices);
    }

    [Fact]
    public void Approve_BeforeItIsSubmitted_IsRefused()
    {
        foreach (PeriodicReport r in (PeriodicReport[])[SampleReport.Fresh, SampleReport.Asked, SampleReport.Compiled])
            Assert.Equal(Rule.ReportStage, Assert.Throws<RuleBrokenException>(() => ReportDecisions.Approve(r, Later)).Rule);
    }

    [Fact]
    public void Approve_Twice_IsTheSameAsOnce_AndFiguresStay()
    {
        PeriodicReport approved = ReportDecisions.Approve(SampleReport.Submitted, Later).Report;
        Assert.Same(approved, ReportDecisions.Approve(approved, Later.AddDays(1)).Report);
        Assert.Equal(Rule.ReportStage, Assert.Throws<RuleBrokenException>(
            () => ReportDecisions.Compile(approved, SampleReport.Made(tours: 9), SampleReport.Posts.Compiler, Later)).Rule);
    }

    [Fact]
    public void Return_LetsTheCompilerCompileAnewAndSubmitAgain()
    {
        ReportOutcome returned = ReportDecisions.Return(SampleReport.Submitted, "Thiếu số liệu xã Phú Xá", SampleReport.Posts.Compiler, Later);
        Assert.Equal([NoticeKind.PeriodicReportReturned], returned.Notices.Select(n => n.Kind));
        PeriodicReport anew = ReportDecisions.Compile(
            SampleReport.Answered(returned.Report, "xa-phu-xa"), SampleReport.Made(tours: 1), SampleReport.Posts.Compiler, Later).Report;
        Assert.Equal((ReportStage.Returned, 1, 2), (anew.Stage, anew.Figures!.ToursHeld, anew.Compilations));
        Assert.Equal(["xa-gia-cat"], anew.UnitsMissing);
        Assert.Equal(ReportStage.Submitted, ReportDecisions.Submit(anew, null, null, SampleReport.Posts.Approver, Later).Report.Stage);
    }

    [Fact]
    public void Submit_WithAnAnswerThatTheFiguresDoNotKnow_IsRefused()
    {
        PeriodicReport late = SampleReport.Answered(SampleReport.Compiled, "xa-phu-xa", Later);
        Assert.Equal(Rule.ReportOutdated, Assert.Throws<RuleBrokenException>(
            () => ReportDecisions.Submit(late, null, null, SampleReport.Posts.Approver, Later)).Rule);
    }

    [Fact]
    public void Submit_WhenTheReportBeforeWasMadeAnew_IsRefused()
    {
        PeriodicReport before = SampleReport.Compiled with { Id = "month-2024-04" };
        PeriodicReport r = SampleReport.Compiled with { Corrections = new ReportCorrections(before.Id, before.Compilations, []) };
        Assert.Equal(ReportStage.Submitted, ReportDecisions.Submit(r, null, before, SampleReport.Posts.Approver, Later).Report.Stage);
        Assert.Equal(Rule.ReportOutdated, Assert.Throws<RuleBrokenException>(
            () => ReportDecisions.Submit(r, null, before with { Compilations = 2 }, SampleReport.Posts.Approver, Later)).Rule);
    }

    [Fact]
    public void Issue_Twice_TellsTheRecipientsOnce()
    {
        PeriodicReport approved = ReportDecisions.Approve(SampleReport.Submitted, Later).Report;
        ReportOutcome issued = ReportDecisions.Issue(approved, ["bc-1"], ReportPosts.Recipients(SamplePlan.Plan), Later);
        Assert.Contains("huyen-uy", Assert.Single(issued.Notices).ToUnits);
        Assert.Empty(ReportDecisions.Issue(issued.Report, ["bc-2"], ["huyen-uy"], Later).Notices);
    }

    [Fact]
    public void Remind_BeforeItIsDue_ChangesNothing() => Assert.Same(
        SampleReport.Asked, ReportDecisions.Remind(SampleReport.Asked, ReportStep.RemindUnits, SampleReport.Posts, SampleReport.AskedAt).Report);
}
