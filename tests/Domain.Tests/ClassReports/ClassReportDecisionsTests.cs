using Xunit;
using static NtmServerless.Domain.Tests.Classes.SampleClass;

namespace NtmServerless.Domain.Tests.ClassReports;

public sealed class ClassReportDecisionsTests
{
    private static readonly ClassFigures Figures = ClassCounting.Of([], [], [new Spending("ngan-sach", 5_000_000)]) with { Attended = 1 };

    private static readonly TrainingClass Held = In(ClassStage.Reporting) with { Evidence = new EvidenceState { SignedSheets = 1, Photos = 1 } };

    [Fact]
    public void Submit_ThenApprove_ClosesTheClassWithItsFigures()
    {
        ClassOutcome submitted = ClassReportDecisions.Submit(Held, Report(1), Office);
        Assert.Equal((NoticeKind.ReportSubmitted, Office), (submitted.Notices[0].Kind, submitted.Notices[0].ToUnits[0]));
        ClassOutcome approved = ClassReportDecisions.Approve(submitted.Class, Figures, LastEnd.AddDays(3));
        Assert.Equal((ClassStage.Closed, ClassReportStage.Approved), (approved.Class.Stage, approved.Class.Report.Stage));
        Assert.Same(Figures, approved.Class.Figures);
        Assert.Equal((LastEnd.AddDays(3), NoticeKind.ReportApproved), (approved.Class.Report.ApprovedAt, approved.Notices[0].Kind));
        Assert.Equal(Rule.ReportStage, Broken(() => ClassReportDecisions.Approve(approved.Class, Figures, LastEnd)));
        Assert.Equal(Rule.ReportStage, Broken(() => ClassReportDecisions.Return(approved.Class, "", LastEnd)));
    }

    [Fact]
    public void Submit_OfAClassNotOver_IsRefused() => Assert.All(
        Enum.GetValues<ClassStage>().Where(s => s != ClassStage.Reporting),
        stage => Assert.Equal(Rule.ClassStage, Broken(() => ClassReportDecisions.Submit(In(stage), Report(1), Office))));

    [Fact]
    public void Submit_WhatAlreadyLiesWithTheOffice_IsRefused() => Assert.Equal(
        Rule.ReportStage, Broken(() => ClassReportDecisions.Submit(ClassReportDecisions.Submit(Held, Report(1), Office).Class, Report(2), Office)));

    [Fact]
    public void Submit_WithAnUnexplainedDifference_NamesIt_AndIsTakenWithANote()
    {
        TrainingClass differs = Held with
        {
            SessionCounts = [new SessionCount(2, 30, 0)],
            Evidence = Held.Evidence with { SheetCounts = [new SheetCount(2, 28)] },
        };
        RuleBrokenException refused = Assert.Throws<RuleBrokenException>(() => ClassReportDecisions.Submit(differs, Report(1), Office));
        Assert.Equal(Rule.SheetDifferenceUnexplained, refused.Rule);
        Assert.Equal([("session", (object)2), ("signatures", 28), ("marked", 30)], refused.Facts);
        Assert.Equal(ClassReportStage.Submitted, ClassReportDecisions.Submit(differs, Report(1) with { DifferenceNote = "Hai người về sớm" }, Office).Class.Report.Stage);
    }

    [Fact]
    public void Approve_WithoutASignedSheet_IsRefused()
    {
        TrainingClass noSheet = ClassReportDecisions.Submit(Held with { Evidence = new EvidenceState { Photos = 3 } }, Report(1), Office).Class;
        Assert.Equal(Rule.SheetMissing, Broken(() => ClassReportDecisions.Approve(noSheet, Figures, LastEnd)));
    }

    [Fact]
    public void Approve_AndReturn_WithoutAReport_AreRefused()
    {
        Assert.Equal(Rule.ReportStage, Broken(() => ClassReportDecisions.Approve(Held, Figures, LastEnd)));
        Assert.Equal(Rule.ReportStage, Broken(() => ClassReportDecisions.Return(Held, "", LastEnd)));
    }

    [Fact]
    public void Return_GivesThreeDays_AndTellsTheReason()
    {
        ClassOutcome returned = ClassReportDecisions.Return(
            ClassReportDecisions.Submit(Held, Report(1), Office).Class, "Thiếu kinh phí", At("2024-06-01 23:30"));
        Assert.Equal((NoticeKind.ReportReturned, "Thiếu kinh phí"), (returned.Notices[0].Kind, returned.Notices[0].Detail));
        Assert.Equal(At("2024-06-04 17:00"), Deadlines.ReportDue(returned.Class));
        TrainingClass again = ClassReportDecisions.Submit(returned.Class, Report(2), Office).Class;
        Assert.Equal((ClassReportStage.Submitted, 2), (again.Report.Stage, again.Report.Revision));
    }

    [Fact]
    public void Return_LetsTheLeadUnitBeRemindedAnew()
    {
        TrainingClass submitted = ClassReportDecisions.Submit(Held, Report(1), Office).Class;
        TrainingClass late = submitted with { Trace = new ClassTrace { ReportAskedAt = LastEnd, ReportRemindedAt = LastEnd, ReportEscalatedAt = LastEnd } };
        Assert.Equal(new ClassTrace { ReportAskedAt = LastEnd }, ClassReportDecisions.Return(late, "", LastEnd).Class.Trace);
    }

    /// <remarks>The text of the refusal names the stage.</remarks>
    [Fact]
    public void Approve_WithoutAReport_SaysWhereItStands() => Assert.Equal(
        [("reportStage", (object)ClassReportStage.None)],
        Assert.Throws<RuleBrokenException>(() => ClassReportDecisions.Approve(Held, Figures, LastEnd)).Facts);

    /// <remarks>The sheet came after the report, which could not explain what differs.</remarks>
    [Fact]
    public void Approve_WithADifferenceThatTheReportDoesNotExplain_IsRefused()
    {
        TrainingClass submitted = ClassReportDecisions.Submit(Held, Report(1), Office).Class with { SessionCounts = [new SessionCount(2, 30, 0)] };
        TrainingClass differs = submitted with { Evidence = Held.Evidence with { SheetCounts = [new SheetCount(2, 28)] } };
        Assert.Equal(Rule.SheetDifferenceUnexplained, Broken(() => ClassReportDecisions.Approve(differs, Figures, LastEnd)));
    }

    private static ClassReport Report(int revision) => new() { Revision = revision, Results = "Tốt", ByUnitId = Lead, SubmittedAt = LastEnd.AddDays(2) };

    private static string Broken(Func<ClassOutcome> decide) => Assert.Throws<RuleBrokenException>(decide).Rule;
}
