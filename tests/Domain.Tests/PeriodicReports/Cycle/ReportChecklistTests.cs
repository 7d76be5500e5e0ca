using Xunit;

namespace NtmServerless.Domain.Tests.PeriodicReports.Cycle;

/// <summary>What comes next in the cycle of a report, and when.</summary>
public sealed class ReportChecklistTests
{
    [Fact]
    public void Fresh_AsksTheUnitsAtOnce() => Assert.Equal(new(ReportStep.AskUnits, DateTimeOffset.MinValue), ReportChecklist.Next(SampleReport.Fresh));

    [Fact]
    public void WhileUnitsAreMissing_ItRemindsEscalatesAndGoesOnWithoutThem()
    {
        List<string> steps = [];
        PeriodicReport r = SampleReport.Answered(SampleReport.Asked, "xa-gia-cat");
        while (ReportChecklist.Next(r) is { } next && r.Stage == ReportStage.Asked)
        {
            steps.Add($"{next.Step} {next.DueAt.ToOffset(TimeSpan.FromHours(7)):yyyy-MM-dd HH:mm}");
            ReportOutcome outcome = next.Step == ReportStep.Compile
                ? ReportDecisions.Compile(r, SampleReport.Made(), SampleReport.Posts.Compiler, next.DueAt)
                : ReportDecisions.Remind(r, next.Step, SampleReport.Posts, next.DueAt);
            r = outcome.Report;
            steps.AddRange(outcome.Notices.Select(n => $"  {n.Kind}: {string.Join(' ', n.ToUnits)}"));
        }

        Assert.Equal(
            [
                "RemindUnits 2024-05-17 08:00", "  PeriodicReportReminder: xa-phu-xa",
                "Escalate 2024-05-21 08:00", "  PeriodicReportEscalated: xa-phu-xa van-phong-dieu-phoi",
                "Compile 2024-05-22 17:00", "  PeriodicReportDrafted: phong-van-hoa-thong-tin",
            ],
            steps);
        Assert.Equal(["xa-phu-xa"], r.UnitsMissing);
    }

    [Fact]
    public void WhenEveryoneAnswered_ItCompilesAtOnce()
    {
        PeriodicReport all = SampleReport.Answered(SampleReport.Answered(SampleReport.Asked, "xa-gia-cat"), "xa-phu-xa");
        Assert.Equal(new(ReportStep.Compile, DateTimeOffset.MinValue), ReportChecklist.Next(all));
    }

    [Theory]
    [InlineData(0, "Compile 2024-05-15 17:00")]
    [InlineData(3, "RemindUnits 2024-05-17 08:00")]
    public void ThePlansOwnLimit_Holds(int days, string next)
    {
        PeriodicReport asked = ReportDecisions.AskUnits(SampleReport.Fresh, [SampleReport.Owes("xa-gia-cat")], days, SampleReport.AskedAt).Report;
        ReportErrand errand = ReportChecklist.Next(asked)!;
        Assert.Equal(next, $"{errand.Step} {errand.DueAt.ToOffset(TimeSpan.FromHours(7)):yyyy-MM-dd HH:mm}");
    }

    [Fact]
    public void AnswersDue_CountsFromWhenTheUnitsWereAsked_BeforeThatFromTheReport()
    {
        Assert.Equal(SampleClass.At("2024-05-22 17:00"), ReportChecklist.AnswersDue(SampleReport.Fresh));
        PeriodicReport late = ReportDecisions.AskUnits(SampleReport.Fresh, [SampleReport.Owes("xa-gia-cat")], 3, SampleClass.At("2024-05-20 09:00")).Report;
        Assert.Equal(SampleClass.At("2024-05-23 17:00"), ReportChecklist.AnswersDue(late));
    }

    [Fact]
    public void AReturnedReport_IsDueTwoWorkingDaysAfterItsReturn()
    {
        PeriodicReport returned =
            ReportDecisions.Return(SampleReport.Submitted, "Thiếu", SampleReport.Posts.Compiler, SampleClass.At("2024-05-27 10:00")).Report;
        Assert.Equal(new(ReportStep.RemindCompiler, SampleClass.At("2024-05-29 17:00")), ReportChecklist.Next(returned));
        PeriodicReport anew = ReportDecisions.Compile(returned, SampleReport.Made(), SampleReport.Posts.Compiler, SampleClass.At("2024-05-28 10:00")).Report;
        Assert.Equal(SampleClass.At("2024-05-29 17:00"), ReportChecklist.SubmissionDue(anew));
    }

    /// <remarks>The office's PC was off: a reminder goes out long after its time, and the next one a week after that.</remarks>
    [Fact]
    public void AReminderThatCameLate_IsRepeatedAWeekAfterItWasSent()
    {
        PeriodicReport reminded = ReportDecisions.Remind(
            SampleReport.Submitted, ReportStep.RemindApprover, SampleReport.Posts, SampleClass.At("2024-05-28 09:00")).Report;
        Assert.Equal(new(ReportStep.RemindApprover, SampleClass.At("2024-06-04 09:00")), ReportChecklist.Next(reminded));
    }

    [Fact]
    public void WhenNobodyOwesAnything_ItCompilesAtOnce() => Assert.Equal(
        ReportStep.Compile, ReportChecklist.Next(ReportDecisions.AskUnits(SampleReport.Fresh, [], null, SampleReport.AskedAt).Report)?.Step);

    [Fact]
    public void ADraft_IsRemindedOfAfterTwoWorkingDays_ThenEveryWeek()
    {
        Assert.Equal(new(ReportStep.RemindCompiler, SampleClass.At("2024-05-24 17:00")), ReportChecklist.Next(SampleReport.Compiled));
        PeriodicReport reminded = ReportDecisions.Remind(SampleReport.Compiled, ReportStep.RemindCompiler, SampleReport.Posts, SampleClass.At("2024-05-24 17:00")).Report;
        Assert.Equal(new(ReportStep.RemindCompiler, SampleClass.At("2024-05-31 17:00")), ReportChecklist.Next(reminded));
    }

    [Fact]
    public void ASubmittedReport_RemindsWhoeverApproves() => Assert.Equal(
        new(ReportStep.RemindApprover, SampleClass.At("2024-05-26 17:00")), ReportChecklist.Next(SampleReport.Submitted));

    [Fact]
    public void AnApprovedReport_IsIssuedAndThenOver()
    {
        PeriodicReport approved = ReportDecisions.Approve(SampleReport.Submitted, SampleReport.AskedAt).Report;
        Assert.Equal(ReportStep.Issue, ReportChecklist.Next(approved)?.Step);
        PeriodicReport issued = ReportDecisions.Issue(approved, ["bc-1"], ["huyen-uy"], SampleReport.AskedAt).Report;
        Assert.Null(ReportChecklist.Next(issued));
        Assert.True(issued.IsOver);
    }
}
