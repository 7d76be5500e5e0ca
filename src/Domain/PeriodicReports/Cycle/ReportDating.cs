namespace NtmServerless.Domain.PeriodicReports.Cycle;

/// <summary>
/// Fixes the dates of what a report begins to wait for. A record without them is of before they were kept, and waits as it was asked to
/// (<see cref="ReportChecklist"/>); a later correction of the days off moves no date either.
/// </summary>
public static class ReportDating
{
    /// <summary>After units were asked.</summary>
    public static ReportOutcome WithAnswersDue(this ReportOutcome asked, WorkCalendar days)
    {
        ReportTrace trace = asked.Report.Trace;
        if (trace is not { UnitsAskedAt: { } at, Times: null }) return asked;
        DateOnly day = VietnamTime.DateOf(at);
        return With(asked, trace with
        {
            Times = new ReportTimes(
                VietnamTime.At(days.After(day, trace.DueWorkingDays), Deadlines.Evening),
                VietnamTime.At(days.After(day, ReportChecklist.RemindAfterDays), Deadlines.Morning),
                VietnamTime.At(days.After(day, ReportChecklist.EscalateAfterDays), Deadlines.Morning)),
        });
    }

    /// <summary>After the draft was made, or returned.</summary>
    public static ReportOutcome WithSubmissionDue(this ReportOutcome drafted, WorkCalendar days)
    {
        ReportTrace trace = drafted.Report.Trace;
        if (trace.Times is null) return drafted;
        DateOnly due = days.After(VietnamTime.DateOf(ReportChecklist.DraftedAt(drafted.Report)), ReportChecklist.CompilerDays);
        return With(drafted, trace with { Times = trace.Times with { SubmissionDueAt = VietnamTime.At(due, Deadlines.Evening) } });
    }

    /// <summary>After it was handed to whoever signs.</summary>
    public static ReportOutcome WithApprovalDue(this ReportOutcome submitted, WorkCalendar days) =>
        submitted.Report is { Trace: { Times: { } times } trace, SubmittedAt: { } at }
            ? With(submitted, trace with { Times = times with { ApprovalDueAt = Deadlines.ApprovalDue(at, days) } }) : submitted;

    private static ReportOutcome With(ReportOutcome outcome, ReportTrace trace) => outcome with { Report = outcome.Report with { Trace = trace } };
}
