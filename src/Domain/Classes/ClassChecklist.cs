namespace NtmServerless.Domain.Classes;

/// <summary>The clerk's checklist: what comes next in the life of a class, and when.</summary>
public static class ClassChecklist
{
    /// <summary>The step that is due first; null while the class waits for people (or is over).</summary>
    public static ClassErrand? Next(TrainingClass c) => Open(c).MinBy(e => (e.DueAt, e.Step));

    private static IEnumerable<ClassErrand> Open(TrainingClass c) => c.Stage switch
    {
        ClassStage.Announced => [new(ClassStep.OpenRegistration, c.Announced().RegistrationOpensAt)],
        ClassStage.Registering => WhileRegistering(c),
        ClassStage.Confirmed => BeforeTheFirstDay(c),
        ClassStage.Holding => [new(ClassStep.End, c.LastEnd)],
        ClassStage.Reporting => UntilTheReport(c),
        ClassStage.Postponed => [new(ClassStep.AskForNewDates, c.Trace.NewDatesAskedAt!.Value + Deadlines.NewDatesAgain)],
        _ => [],
    };

    private static IEnumerable<ClassErrand> WhileRegistering(TrainingClass c)
    {
        if (c.Seats.CanMoveUp) yield return new(ClassStep.MoveUp, DateTimeOffset.MinValue);
        DateTimeOffset closes = c.Announced().RegistrationClosesAt;
        if (c.Seats is { Released: false, HeldForPriority: > 0, ReleaseAt: { } release } && release < closes)
            yield return new(ClassStep.ReleasePrioritySeats, release);

        if (!HoldingFacts.IsTooFew(c) || c.Trace.TooFewDecidedAt is not null)
        {
            yield return new(ClassStep.CloseRegistration, closes);
            yield break;
        }

        // Nobody was told to come, so nothing goes on by itself: somebody has to say so. Once its dates are over it is asked whether it was held.
        yield return HoldingFacts.IsEmpty(c) ? new(ClassStep.End, c.LastEnd) : new(ClassStep.CloseRegistration, Deadlines.GoesOnAnyway(c));
        foreach (ClassErrand errand in AboutTooFew(c, closes)) yield return errand;
    }

    private static IEnumerable<ClassErrand> AboutTooFew(TrainingClass c, DateTimeOffset from)
    {
        if (c.Trace.TooFewAskedAt is not { } asked)
            yield return new(ClassStep.AskAboutTooFew, from);
        else if (c.Trace.TooFewEscalatedAt is null)
            yield return new(ClassStep.EscalateTooFew, asked + Deadlines.TooFewAnswer);
    }

    private static IEnumerable<ClassErrand> BeforeTheFirstDay(TrainingClass c)
    {
        // All who were on the list have gone: as where nobody ever was.
        if (HoldingFacts.IsEmpty(c) && c.Trace.TooFewDecidedAt is null)
        {
            foreach (ClassErrand errand in AboutTooFew(c, DateTimeOffset.MinValue)) yield return errand;
            yield return new(ClassStep.End, c.LastEnd);
            yield break;
        }

        yield return new(ClassStep.Begin, c.FirstStart);
        if (c.Seats.CanMoveUp) yield return new(ClassStep.MoveUp, DateTimeOffset.MinValue);
        if (c.Trace.InvitedAt is not { } invited)
        {
            yield return new(ClassStep.Invite, DateTimeOffset.MinValue);
            yield break;
        }

        // A reminder that would come with or before the invitation is not sent.
        if (c.Trace.RemindedThreeDaysAt is null && Deadlines.ReminderThreeDays(c) > invited)
            yield return new(ClassStep.RemindThreeDays, Deadlines.ReminderThreeDays(c));
        if (c.Trace.RemindedOneDayAt is null && Deadlines.ReminderOneDay(c) > invited)
            yield return new(ClassStep.RemindOneDay, Deadlines.ReminderOneDay(c));
    }

    private static IEnumerable<ClassErrand> UntilTheReport(TrainingClass c)
    {
        if (c.Evidence.IsMissing)
            yield return new(ClassStep.AskForEvidence, c.Trace.EvidenceAskedAt is { } asked ? asked + Deadlines.EvidenceAgain : c.LastEnd);
        if (c.Report.Stage is not (ClassReportStage.None or ClassReportStage.Returned)) yield break;

        if (c.Trace.ReportAskedAt is null) yield return new(ClassStep.AskForReport, c.LastEnd);
        if (c.Trace.ReportRemindedAt is null) yield return new(ClassStep.RemindReport, Deadlines.ReportReminder(c));
        yield return new(ClassStep.EscalateReport,
            c.Trace.ReportEscalatedAt is { } last ? last + Deadlines.EscalateAgain : Deadlines.ReportDue(c));
    }
}
