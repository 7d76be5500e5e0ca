namespace NtmServerless.Domain.ClassReports;

/// <summary>Filing, returning and approving the report of a class.</summary>
public static class ClassReportDecisions
{
    /// <summary>
    /// Why no report can be filed now, <see cref="Rule.ClassStage"/>, <see cref="Rule.ReportStage"/> or <see cref="Rule.MarksMissing"/>; null
    /// when one can.
    /// </summary>
    public static Refusal? WhyNotSubmitted(TrainingClass c) =>
        c.WhyNotIn(ClassStage.Reporting) ?? WhyNotIn(c, ClassReportStage.None, ClassReportStage.Returned)
        // Of a paper alone nobody knows who came: its signatures become marks first.
        ?? (HoldingFacts.WasMarked(c) ? null : new Refusal(Rule.MarksMissing));

    /// <exception cref="RuleBrokenException">
    /// As <see cref="WhyNotSubmitted"/> says, and <see cref="Rule.SheetDifferenceUnexplained"/>.
    /// </exception>
    public static ClassOutcome Submit(TrainingClass c, ClassReport report, string coordinationOffice)
    {
        Refusal.ThrowIfAny(WhyNotSubmitted(c));
        EnsureExplained(c, report.DifferenceNote is not null);
        return new ClassOutcome(
            c with { Report = c.Report with { Stage = ClassReportStage.Submitted, Revision = report.Revision, SubmittedAt = report.SubmittedAt, ExplainsDifferences = report.DifferenceNote is not null } },
            new Notice(NoticeKind.ReportSubmitted, [coordinationOffice]));
    }

    /// <summary>Why there is no report to be returned or approved; null when there is.</summary>
    public static Refusal? WhyNotDecided(TrainingClass c) => WhyNotIn(c, ClassReportStage.Submitted);

    /// <summary>Sends it back to the lead unit, which has three days (<see cref="Deadlines.ReportDue"/>).</summary>
    public static ClassOutcome Return(TrainingClass c, string reason, DateTimeOffset now)
    {
        Refusal.ThrowIfAny(WhyNotDecided(c));
        return new ClassOutcome(
            c with
            {
                Report = c.Report with { Stage = ClassReportStage.Returned, ReturnedAt = now, Times = null },
                Trace = c.Trace with { ReportRemindedAt = null, ReportEscalatedAt = null },
            },
            new Notice(NoticeKind.ReportReturned, [c.LeadUnitId], Detail: reason));
    }

    /// <summary>Approves the report: the class is closed and its figures are fixed. No report without its signed sheet.</summary>
    /// <exception cref="RuleBrokenException"><see cref="Rule.ReportStage"/>, <see cref="Rule.SheetMissing"/>, <see cref="Rule.MarksMissing"/>.</exception>
    public static ClassOutcome Approve(TrainingClass c, ClassFigures figures, DateTimeOffset now)
    {
        Refusal.ThrowIfAny(WhyNotDecided(c));
        if (c.Evidence.SignedSheets == 0) throw new RuleBrokenException(Rule.SheetMissing);
        if (figures.Attended == 0) throw new RuleBrokenException(Rule.MarksMissing);
        // A sheet that came after the report may differ as well.
        EnsureExplained(c, c.Report.ExplainsDifferences);
        TrainingClass closed = c.MoveTo(ClassStage.Closed) with
        {
            Report = c.Report with { Stage = ClassReportStage.Approved, ApprovedAt = now },
            Figures = figures,
        };
        return new ClassOutcome(closed, new Notice(NoticeKind.ReportApproved, [c.LeadUnitId]));
    }

    private static void EnsureExplained(TrainingClass c, bool explained)
    {
        if (explained || EvidenceDecisions.Differences(c) is not [var first, ..]) return;
        throw new RuleBrokenException(Rule.SheetDifferenceUnexplained,
            ("session", first.Session), ("signatures", first.Signatures), ("marked", first.Marked));
    }

    private static Refusal? WhyNotIn(TrainingClass c, params ReadOnlySpan<ClassReportStage> stages) =>
        stages.Contains(c.Report.Stage) ? null : new Refusal(Rule.ReportStage, ("reportStage", c.Report.Stage));
}
