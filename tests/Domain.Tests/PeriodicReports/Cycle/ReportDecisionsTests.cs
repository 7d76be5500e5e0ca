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

    [Fact]
    public void AskUnits_TellsThoseWhoOweSomething_AndNobodyWhereNobodyDoes()
    {
        ReportOutcome asked = ReportDecisions.AskUnits(SampleReport.Fresh, [SampleReport.Owes("xa-gia-cat"), SampleReport.Owes("xa-phu-xa")], null, Later);
        Notice told = Assert.Single(asked.Notices);
        Assert.Equal(NoticeKind.PeriodicReportAsked, told.Kind);
        Assert.Equal(["xa-gia-cat", "xa-phu-xa"], told.ToUnits);
        Assert.Empty(ReportDecisions.AskUnits(SampleReport.Fresh, [], null, Later).Notices);
    }

    [Fact]
    public void Compile_ADraftAnew_LeavesItADraft_AndTellsNobodyAgain()
    {
        ReportOutcome anew = ReportDecisions.Compile(SampleReport.Compiled, SampleReport.Made(tours: 1), SampleReport.Posts.Compiler, Later);
        Assert.Equal((ReportStage.Compiled, 2), (anew.Report.Stage, anew.Report.Compilations));
        Assert.Empty(anew.Notices);
    }

    /// <remarks>The texts of the refusals name the stage.</remarks>
    [Fact]
    public void Decision_IsTakenInItsStagesOnly()
    {
        PeriodicReport approved = ReportDecisions.Approve(SampleReport.Submitted, Later).Report;
        foreach (PeriodicReport r in (PeriodicReport[])[SampleReport.Asked, SampleReport.Submitted, approved])
            Refused(r, () => ReportDecisions.Submit(r, null, [], SampleReport.Posts.Approver, Later));
        foreach (PeriodicReport r in (PeriodicReport[])[SampleReport.Asked, SampleReport.Compiled, approved])
            Refused(r, () => ReportDecisions.Return(r, "Thiếu", SampleReport.Posts.Compiler, Later));
        foreach (PeriodicReport r in (PeriodicReport[])[SampleReport.Submitted, approved])
            Refused(r, () => ReportDecisions.Compile(r, SampleReport.Made(), SampleReport.Posts.Compiler, Later));
        RuleBrokenException closed = Assert.Throws<RuleBrokenException>(() => ReportDecisions.EnsureTakesAnswer(approved, "xa-gia-cat"));
        Assert.Equal([("reportStage", (object)ReportStage.Approved)], closed.Facts);
    }

    [Fact]
    public void AReport_IsOverOnceItIsIssued()
    {
        PeriodicReport approved = ReportDecisions.Approve(SampleReport.Submitted, Later).Report;
        Assert.All([SampleReport.Asked, SampleReport.Compiled, SampleReport.Submitted, approved], r => Assert.False(r.IsOver));
        Assert.True((approved with { IssuedAt = Later }).IsOver);
    }

    [Fact]
    public void Issue_WhereThePlanNamesNoRecipient_TellsNobody()
    {
        PeriodicReport approved = ReportDecisions.Approve(SampleReport.Submitted, Later).Report;
        ReportOutcome issued = ReportDecisions.Issue(approved, ["bc-1"], [], Later);
        Assert.Empty(issued.Notices);
        Assert.Equal(Later, issued.Report.IssuedAt);
    }

    [Theory]
    [InlineData("xa-gia-cat", "xa-phu-xa", "xa-gia-cat")]
    [InlineData(null, "xa-phu-xa", "xa-phu-xa")]
    [InlineData(null, null, "van-phong-dieu-phoi")]
    public void Approver_IsWhomThePlanNames_ElseWhoGetsTheReport_ElseTheOffice(string? approvedBy, string? to, string approver)
    {
        PlanReporting reporting = SamplePlan.Plan.Reporting with { ApprovedByUnitId = approvedBy, ToUnitId = to, CompiledByUnitId = null };
        Plan plan = SamplePlan.Plan with { Reporting = reporting };
        Assert.Equal(new ReportPosts("van-phong-dieu-phoi", approver, "van-phong-dieu-phoi"), ReportPosts.Of(plan));
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
        Assert.Equal(ReportStage.Submitted, ReportDecisions.Submit(anew, null, [], SampleReport.Posts.Approver, Later).Report.Stage);
    }

    [Fact]
    public void Submit_WithAnAnswerThatTheFiguresDoNotKnow_IsRefused()
    {
        PeriodicReport late = SampleReport.Answered(SampleReport.Compiled, "xa-phu-xa", Later);
        Assert.Equal(Rule.ReportOutdated, Assert.Throws<RuleBrokenException>(
            () => ReportDecisions.Submit(late, null, [], SampleReport.Posts.Approver, Later)).Rule);
    }

    [Fact]
    public void Submit_WhenTheReportBeforeWasMadeAnew_IsRefused()
    {
        ReportingPeriod april = ReportingPeriods.Decree09.Month(2024, 4);
        PeriodicReport before = SampleReport.Compiled with { Id = april.Id, Period = april };
        PeriodicReport r = SampleReport.Compiled with { Corrections = new ReportCorrections(before.Id, before.Compilations, []) };
        Assert.Equal(ReportStage.Submitted, ReportDecisions.Submit(r, null, [before, r], SampleReport.Posts.Approver, Later).Report.Stage);
        Assert.Equal(Rule.ReportOutdated, Assert.Throws<RuleBrokenException>(
            () => ReportDecisions.Submit(r, null, [before with { Compilations = 2 }, r], SampleReport.Posts.Approver, Later)).Rule);
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

    private static void Refused(PeriodicReport r, Action decide)
    {
        RuleBrokenException refused = Assert.Throws<RuleBrokenException>(decide);
        Assert.Equal(Rule.ReportStage, refused.Rule);
        Assert.Equal([("reportStage", (object)r.Stage)], refused.Facts);
    }
}
