namespace NtmServerless.Domain.Classes;

/// <summary>
/// Carries out a step of the checklist. A step that is not due (done before, or overtaken by an officer) changes nothing,
/// so that carrying it out twice is the same as once. One that comes so late that what it tells is not true any more (the PC was off
/// for days) is carried out and tells nobody.
/// </summary>
public static class ClassSteps
{
    /// <summary>Whether the step moves people up the waitlist, which the caller then does.</summary>
    public static bool MovesPeopleUp(ClassStep step) => step is ClassStep.MoveUp or ClassStep.ReleasePrioritySeats or ClassStep.CloseRegistration;

    /// <param name="coordinationOffice">Unit id of the office that hears of what is overdue.</param>
    public static ClassOutcome CarryOut(TrainingClass c, ClassStep step, string coordinationOffice, DateTimeOffset now)
    {
        if (ClassChecklist.Next(c) is not { } next || next.Step != step || next.DueAt > now) return new ClassOutcome(c);
        string[] lead = [c.LeadUnitId];
        string[] both = [.. lead.Append(coordinationOffice).Distinct()];
        ClassTrace t = c.Trace;
        ClassOutcome outcome = step switch
        {
            ClassStep.MoveUp => new(c),
            ClassStep.OpenRegistration => Tell(c.MoveTo(ClassStage.Registering), NoticeKind.RegistrationOpened, Involved(c)),
            ClassStep.ReleasePrioritySeats => new(Released(c, now)),
            ClassStep.AskAboutTooFew => Tell(c with { Trace = t with { TooFewAskedAt = now } }, NoticeKind.TooFewRegistered, lead),
            ClassStep.EscalateTooFew => Tell(c with { Trace = t with { TooFewEscalatedAt = now } }, NoticeKind.TooFewUndecided, both),
            ClassStep.CloseRegistration => Tell(Released(c, now).MoveTo(ClassStage.Confirmed), NoticeKind.ListConfirmed, lead),
            ClassStep.Invite => TellPeople(c with { Trace = t with { InvitedAt = now } }, NoticeKind.Invitation),
            ClassStep.RemindThreeDays => TellPeople(c with { Trace = t with { RemindedThreeDaysAt = now } }, NoticeKind.ReminderThreeDays),
            ClassStep.RemindOneDay => TellPeople(c with { Trace = t with { RemindedOneDayAt = now } }, NoticeKind.ReminderOneDay),
            ClassStep.Begin => new(c.MoveTo(ClassStage.Holding)),
            ClassStep.End => new(c.MoveTo(ClassStage.Reporting) with { Seats = c.Seats with { Released = true } }),
            ClassStep.AskForReport => Tell(c with { Trace = t with { ReportAskedAt = now } },
                HoldingFacts.IsUnconfirmed(c) ? NoticeKind.HoldingUnconfirmed : NoticeKind.ReportAsked, lead),
            ClassStep.AskForEvidence => Tell(
                c with { Trace = t with { EvidenceAskedAt = now, EvidenceAskedTimes = t.EvidenceAskedTimes + 1 } }, NoticeKind.EvidenceAsked, lead),
            ClassStep.RemindReport => Tell(c with { Trace = t with { ReportRemindedAt = now } }, NoticeKind.ReportReminder, lead),
            ClassStep.EscalateReport => Tell(
                c with { Trace = t with { ReportEscalatedAt = now, ReportEscalatedTimes = t.ReportEscalatedTimes + 1 } },
                NoticeKind.ReportEscalated, both),
            ClassStep.AskForNewDates => Tell(c with { Trace = t with { NewDatesAskedAt = now } }, NoticeKind.NewDatesAsked, both),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
        };
        return IsTooLate(c, step, now) ? new(outcome.Class) : outcome;
    }

    /// <summary>Whether what a step tells is over: "registration is open", "tomorrow", "come to the class". A class that is over is asked for its report.</summary>
    public static bool IsTooLate(TrainingClass c, ClassStep step, DateTimeOffset now) => step switch
    {
        ClassStep.OpenRegistration => now >= c.Announced().RegistrationClosesAt,
        ClassStep.AskAboutTooFew or ClassStep.EscalateTooFew =>
            HoldingFacts.IsEmpty(c) ? now >= c.LastEnd : VietnamTime.DateOf(now) > VietnamTime.DateOf(Deadlines.GoesOnAnyway(c)),
        ClassStep.MoveUp or ClassStep.CloseRegistration or ClassStep.Invite => now >= c.FirstStart,
        // They name their day.
        ClassStep.RemindThreeDays => VietnamTime.DateOf(now) > VietnamTime.DateOf(Deadlines.ReminderThreeDays(c)),
        ClassStep.RemindOneDay => VietnamTime.DateOf(now) > VietnamTime.DateOf(Deadlines.ReminderOneDay(c)),
        ClassStep.RemindReport => now >= Deadlines.ReportDue(c),
        _ => false,
    };

    /// <summary>Lead unit, partners and host commune: who hears of the class's dates.</summary>
    public static string[] Involved(TrainingClass c) => [.. c.PartnerUnitIds.Prepend(c.HostUnitId).Prepend(c.LeadUnitId).Distinct()];

    private static TrainingClass Released(TrainingClass c, DateTimeOffset now) => c.Seats.Released
        ? c
        : c with { Seats = c.Seats with { Released = true }, Trace = c.Trace with { PriorityReleasedAt = now } };

    private static ClassOutcome Tell(TrainingClass c, NoticeKind kind, string[] units) => new(c, new Notice(kind, units));

    private static ClassOutcome TellPeople(TrainingClass c, NoticeKind kind) => new(c, new Notice(kind, [c.LeadUnitId, c.HostUnitId], ToParticipants: true));
}
