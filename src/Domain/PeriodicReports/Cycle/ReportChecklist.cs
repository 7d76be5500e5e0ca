namespace NtmServerless.Domain.PeriodicReports.Cycle;

/// <summary>The next step of a report and when it is due (UTC).</summary>
public sealed record ReportErrand(ReportStep Step, DateTimeOffset DueAt);

/// <summary>What comes next in the cycle of a report, and when. The plan sets no such dates but the last one.</summary>
public static class ReportChecklist
{
    /// <summary>Working days that units have where the plan says nothing.</summary>
    public const int DueDays = 5;

    public const int RemindAfterDays = 2;
    public const int EscalateAfterDays = 4;

    /// <summary>Working days that the compiling unit has from the draft, or from its return.</summary>
    public const int CompilerDays = 2;

    /// <summary>The step that is due first; null when the report is over.</summary>
    public static ReportErrand? Next(PeriodicReport r) => Open(r).MinBy(e => (e.DueAt, e.Step));

    /// <summary>Units answer until then; after it the report goes on without them.</summary>
    public static DateTimeOffset AnswersDue(PeriodicReport r) => r.Trace.Times?.AnswersDueAt ?? VietnamTime.At(
        WorkingDays.After(VietnamTime.DateOf(r.Trace.UnitsAskedAt ?? r.AskedAt), r.Trace.UnitsAskedAt is null ? DueDays : r.Trace.DueWorkingDays), Deadlines.Evening);

    /// <summary>The compiling unit submits until then.</summary>
    public static DateTimeOffset SubmissionDue(PeriodicReport r) =>
        r.Trace.Times?.SubmissionDueAt ?? VietnamTime.At(WorkingDays.After(VietnamTime.DateOf(DraftedAt(r)), CompilerDays), Deadlines.Evening);

    /// <summary>When the draft came to the compiling unit, for the first time or back.</summary>
    internal static DateTimeOffset DraftedAt(PeriodicReport r) => (r.Stage == ReportStage.Returned ? r.ReturnedAt : r.CompiledAt) ?? r.AskedAt;

    /// <summary>Whoever signs approves or returns until then.</summary>
    public static DateTimeOffset ApprovalDue(PeriodicReport r) =>
        r.Trace.Times?.ApprovalDueAt ?? Deadlines.ApprovalDue(r.SubmittedAt ?? r.CompiledAt ?? r.AskedAt);

    private static IEnumerable<ReportErrand> Open(PeriodicReport r) => r.Stage switch
    {
        ReportStage.Asked => WhileAsked(r),
        ReportStage.Compiled or ReportStage.Returned => [new(ReportStep.RemindCompiler, Again(r.Trace.CompilerRemindedAt, SubmissionDue(r)))],
        ReportStage.Submitted => [new(ReportStep.RemindApprover, Again(r.RemindedAt, ApprovalDue(r)))],
        ReportStage.Approved when r.MustBeIssued => [new(ReportStep.Issue, DateTimeOffset.MinValue)],
        _ => [],
    };

    private static IEnumerable<ReportErrand> WhileAsked(PeriodicReport r)
    {
        if (r.Trace.UnitsAskedAt is not { } asked)
        {
            yield return new(ReportStep.AskUnits, DateTimeOffset.MinValue);
            yield break;
        }

        if (!r.Missing().Any())
        {
            yield return new(ReportStep.Compile, DateTimeOffset.MinValue);
            yield break;
        }

        DateTimeOffset due = AnswersDue(r);
        DateTimeOffset remind = r.Trace.Times?.RemindAt ?? Morning(asked, RemindAfterDays);
        DateTimeOffset escalate = r.Trace.Times?.EscalateAt ?? Morning(asked, EscalateAfterDays);
        // A reminder on the last day or after it would come too late.
        if (r.Trace.UnitsRemindedAt is null && remind < due) yield return new(ReportStep.RemindUnits, remind);
        if (r.Trace.EscalatedAt is null && escalate < due) yield return new(ReportStep.Escalate, escalate);
        yield return new(ReportStep.Compile, due);
    }

    private static DateTimeOffset Again(DateTimeOffset? last, DateTimeOffset due) => last is { } at && at >= due ? at + Deadlines.EscalateAgain : due;

    private static DateTimeOffset Morning(DateTimeOffset from, int workingDays) =>
        VietnamTime.At(WorkingDays.After(VietnamTime.DateOf(from), workingDays), Deadlines.Morning);
}
