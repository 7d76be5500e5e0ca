namespace NtmServerless.Domain.Classes;

/// <summary>
/// The life of a class as a list: what happened, what it waits for now, by whom, and what is expected after that. Worked
/// out from the class alone; what comes next is what <see cref="ClassChecklist"/> says.
/// </summary>
public static class ClassTimeline
{
    public static IReadOnlyList<TimelineEntry> Of(TrainingClass c)
    {
        TimelineEntry[] done = [.. Done(c).Where(e => e.At is not null).OrderBy(e => e.At).ThenBy(e => e.What)];
        TimelineEntry[] next = [.. Next(c).OrderBy(e => e.At ?? DateTimeOffset.MinValue)];
        IEnumerable<TimelineEntry> expected = Expected(c).Where(e => e.At is not null && next.All(n => n.What != e.What));
        return [.. done, .. next, .. expected.OrderBy(e => e.At).ThenBy(e => e.What)];
    }

    /// <summary>Whether the time line waits for a person, not for a date.</summary>
    public static bool WaitsForPeople(TimelineEntry entry) => entry is { State: MomentState.Next, By: not MomentBy.Lifecycle };

    private static IEnumerable<TimelineEntry> Done(TrainingClass c)
    {
        ClassTrace t = c.Trace;
        DateTimeOffset? stopped = t.NewDatesAskedAt ?? c.CancelledAt;
        bool opened = c.Stage is not (ClassStage.Planned or ClassStage.Announced)
            && (stopped is null || c.Announcement?.RegistrationOpensAt <= stopped);
        bool closed = c.Stage is ClassStage.Confirmed or ClassStage.Holding or ClassStage.Reporting or ClassStage.Closed;
        // Nobody registered and nobody came: its dates went by without it.
        bool wentBy = HoldingFacts.IsUnconfirmed(c) && HoldingFacts.IsEmpty(c);
        bool begun = c.Stage is ClassStage.Holding or ClassStage.Reporting or ClassStage.Closed && !wentBy || c.Interrupted;
        yield return Did(ClassMoment.Announce, c.Announcement?.AnnouncedAt, MomentBy.LeadUnit);
        foreach (DateChoice choice in c.DateChoices)
        {
            MomentBy by = choice.ByUnitId == c.LeadUnitId ? MomentBy.LeadUnit : MomentBy.Office;
            yield return Did(ClassMoment.KeepWarnedDates, choice.At, by) with { Dates = choice };
        }

        yield return Did(ClassMoment.OpenRegistration, opened ? c.Announcement?.RegistrationOpensAt : null);
        yield return Did(ClassMoment.ReleasePrioritySeats, c.Seats.HeldForPriority > 0 ? t.PriorityReleasedAt : null);
        yield return Did(ClassMoment.AskAboutTooFew, InTime(c, ClassStep.AskAboutTooFew, t.TooFewAskedAt));
        yield return Did(ClassMoment.EscalateTooFew, InTime(c, ClassStep.EscalateTooFew, t.TooFewEscalatedAt));
        yield return Did(ClassMoment.DecideAboutTooFew, t.TooFewDecidedAt, MomentBy.LeadUnit);
        yield return Did(ClassMoment.CloseRegistration, closed ? c.Announcement?.RegistrationClosesAt : null);
        yield return Did(ClassMoment.Invite, InTime(c, ClassStep.Invite, t.InvitedAt));
        yield return Did(ClassMoment.RemindThreeDays, InTime(c, ClassStep.RemindThreeDays, t.RemindedThreeDaysAt));
        yield return Did(ClassMoment.RemindOneDay, InTime(c, ClassStep.RemindOneDay, t.RemindedOneDayAt));
        yield return Did(ClassMoment.Begin, begun ? c.Sessions[0].StartsAt : null);
        yield return Did(ClassMoment.End, c.Stage.IsBehind() && !wentBy ? c.LastEnd : null);
        yield return Did(ClassMoment.Postpone, t.NewDatesAskedAt, MomentBy.LeadUnit);
        yield return Did(ClassMoment.Cancel, c.CancelledAt, MomentBy.LeadUnit);
        yield return Did(ClassMoment.AskForReport, t.ReportAskedAt);
        yield return Did(ClassMoment.AskForEvidence, t.EvidenceAskedAt);
        yield return Did(ClassMoment.RemindReport, InTime(c, ClassStep.RemindReport, t.ReportRemindedAt));
        yield return Did(ClassMoment.EscalateReport, t.ReportEscalatedAt);
        yield return Did(ClassMoment.FileReport, c.Report.SubmittedAt, MomentBy.LeadUnit);
        yield return Did(ClassMoment.ReturnReport, c.Report.ReturnedAt, MomentBy.Office);
        yield return Did(ClassMoment.ApproveReport, c.Report.ApprovedAt, MomentBy.Office);
    }

    private static IEnumerable<TimelineEntry> Next(TrainingClass c)
    {
        if (WantedOfPeople(c) is { } wanted) yield return wanted;
        if (c.Stage == ClassStage.Reporting && c.Evidence.IsMissing) yield return Waits(ClassMoment.UploadEvidence, null, MomentBy.LeadUnit);
        if (ClassChecklist.Next(c) is not { } errand) yield break;
        yield return new TimelineEntry(Moment(errand.Step), errand.DueAt == DateTimeOffset.MinValue ? null : errand.DueAt, MomentState.Next, MomentBy.Lifecycle);
    }

    private static TimelineEntry? WantedOfPeople(TrainingClass c) => c.Stage switch
    {
        ClassStage.Planned => Waits(ClassMoment.Announce, null, MomentBy.LeadUnit),
        ClassStage.Registering when ClassDecisions.AwaitsDecision(c) =>
            Waits(ClassMoment.DecideAboutTooFew, Deadlines.GoesOnAnyway(c), MomentBy.LeadUnit),
        ClassStage.Postponed => Waits(ClassMoment.GiveNewDates, null, MomentBy.LeadUnit),
        ClassStage.Reporting when c.Report.Stage == ClassReportStage.Submitted => Waits(ClassMoment.ApproveReport, null, MomentBy.Office),
        ClassStage.Reporting => Waits(ClassMoment.FileReport, Deadlines.ReportDue(c), MomentBy.LeadUnit),
        _ => null,
    };

    private static IEnumerable<TimelineEntry> Expected(TrainingClass c)
    {
        if (c.Sessions.Count == 0 || c.Stage is ClassStage.Postponed or ClassStage.Reporting || c.Stage.IsOver()) yield break;
        if (c.Stage is ClassStage.Announced or ClassStage.Registering)
        {
            if (c.Seats is { Released: false, HeldForPriority: > 0, ReleaseAt: { } release } && release < c.Announced().RegistrationClosesAt)
                yield return Comes(ClassMoment.ReleasePrioritySeats, release);
            yield return Comes(ClassMoment.CloseRegistration, c.Announced().RegistrationClosesAt);
        }

        if (c.Stage != ClassStage.Holding)
        {
            if (c.Trace.RemindedThreeDaysAt is null) yield return Comes(ClassMoment.RemindThreeDays, Reminder(c, Deadlines.ReminderThreeDays(c)));
            if (c.Trace.RemindedOneDayAt is null) yield return Comes(ClassMoment.RemindOneDay, Reminder(c, Deadlines.ReminderOneDay(c)));
            yield return Comes(ClassMoment.Begin, c.FirstStart);
        }

        yield return Comes(ClassMoment.End, c.LastEnd);
        yield return Comes(ClassMoment.FileReport, Deadlines.ReportDue(c), MomentBy.LeadUnit);
    }

    // The checklist sends none that would come with or before the invitation.
    private static DateTimeOffset? Reminder(TrainingClass c, DateTimeOffset due) =>
        due > (c.Trace.InvitedAt ?? c.Announced().RegistrationClosesAt) ? due : null;

    // What came too late told nobody: it did not happen.
    private static DateTimeOffset? InTime(TrainingClass c, ClassStep step, DateTimeOffset? at) =>
        at is { } done && ClassSteps.IsTooLate(c, step, done) ? null : at;

    private static ClassMoment Moment(ClassStep step) => Enum.Parse<ClassMoment>(step.ToString());

    private static TimelineEntry Did(ClassMoment what, DateTimeOffset? at, MomentBy by = MomentBy.Lifecycle) => new(what, at, MomentState.Done, by);

    private static TimelineEntry Waits(ClassMoment what, DateTimeOffset? due, MomentBy by) => new(what, due, MomentState.Next, by);

    private static TimelineEntry Comes(ClassMoment what, DateTimeOffset? at, MomentBy by = MomentBy.Lifecycle) => new(what, at, MomentState.Expected, by);
}
