namespace NtmServerless.Domain.Tours;

/// <summary>What officers decide about a tour, and what its checklist carries out.</summary>
public static class TourDecisions
{
    public static TourOutcome Announce(StudyTour t, TourForm form, DateTimeOffset now)
    {
        t.EnsureAllowed(TourAct.Announce);
        StudyTour announced = form.Apply(t, now) with { Stage = TourStage.Announced, Reason = null, RemindedAt = null, MembersAskedAt = null };
        return new TourOutcome(announced, new Notice(NoticeKind.TourAnnounced, [t.LeadUnitId]));
    }

    /// <exception cref="RuleBrokenException"><see cref="Rule.TourStage"/>, <see cref="Rule.TourFull"/> (35 in the 2024 plan).</exception>
    public static StudyTour AddMember(StudyTour t)
    {
        t.EnsureAllowed(TourAct.AddMember);
        if (t.Members >= t.MaximumMembers) throw new RuleBrokenException(Rule.TourFull, ("most", t.MaximumMembers));
        return t with { Members = t.Members + 1 };
    }

    /// <exception cref="RuleBrokenException"><see cref="Rule.TourMembers"/> when a confirmed tour would fall below its minimum.</exception>
    public static StudyTour RemoveMember(StudyTour t)
    {
        t.EnsureAllowed(TourAct.RemoveMember);
        if (t.Stage == TourStage.Confirmed && t.Members <= t.MinimumMembers)
            throw new RuleBrokenException(Rule.TourMembers, ("least", t.MinimumMembers), ("most", t.MaximumMembers));
        return t with { Members = t.Members - 1 };
    }

    public static TourOutcome Postpone(StudyTour t, string reason)
    {
        t.EnsureAllowed(TourAct.Postpone);
        return new TourOutcome(t with { Stage = TourStage.Postponed, Reason = reason },
            new Notice(NoticeKind.TourPostponed, [t.LeadUnitId], ToParticipants: true, Detail: reason));
    }

    public static TourOutcome Cancel(StudyTour t, string reason)
    {
        t.EnsureAllowed(TourAct.Cancel);
        return new TourOutcome(t with { Stage = TourStage.Cancelled, Reason = reason },
            new Notice(NoticeKind.TourCancelled, [t.LeadUnitId], ToParticipants: true, Detail: reason));
    }

    /// <summary>Hands the lead on; both units are told.</summary>
    /// <exception cref="RuleBrokenException"><see cref="Rule.TourStage"/>: it is over.</exception>
    /// <exception cref="InvalidInputException">The unit is unknown, runs no tours or leads this one already.</exception>
    public static TourOutcome TransferLead(StudyTour t, Plan plan, string? toUnitId, string reason, string byUnitId, DateTimeOffset now)
    {
        t.EnsureAllowed(TourAct.TransferLead);
        string to = LeadDecisions.CheckedLead(plan, t.LeadUnitId, toUnitId, "tour-lead-is-same");
        return new TourOutcome(
            t with { LeadUnitId = to, LeadTransfers = [.. t.LeadTransfers, new LeadTransfer(t.LeadUnitId, to, reason, byUnitId, now)] },
            new Notice(NoticeKind.TourLeadTransferred, [t.LeadUnitId, to], Detail: reason));
    }

    /// <summary>Who really went, and the report; closes the tour.</summary>
    public static TourOutcome File(StudyTour t, TourReport report, int travelled)
    {
        t.EnsureAllowed(TourAct.Report);
        if (travelled < 1 || travelled > t.Members) throw new InvalidInputException("travelled", "range", ("from", 1), ("to", t.Members));
        return new TourOutcome(t with { Stage = TourStage.Closed, Report = report, Travelled = travelled, ClosedAt = report.FiledAt });
    }

    /// <summary>Carries out a step of the checklist; one that is not due changes nothing.</summary>
    public static TourOutcome CarryOut(StudyTour t, TourStep step, string coordinationOffice, DateTimeOffset now)
    {
        if (TourChecklist.Next(t) is not { } next || next.Step != step || next.DueAt > now) return new TourOutcome(t);
        string[] lead = [t.LeadUnitId];
        TourOutcome outcome = step switch
        {
            TourStep.CloseNominations => new(t with { Stage = TourStage.Confirmed }, new Notice(NoticeKind.TourConfirmed, lead, ToParticipants: true)),
            TourStep.AskForMembers => new(t with { MembersAskedAt = now },
                new Notice(NoticeKind.TourMembersMissing, [.. lead.Append(coordinationOffice).Distinct()])),
            TourStep.RemindMembers => new(t with { RemindedAt = now }, new Notice(NoticeKind.TourReminder, lead, ToParticipants: true)),
            TourStep.Depart => new(t with { Stage = TourStage.Travelling }),
            TourStep.Return => new(t with { Stage = TourStage.Reporting }),
            TourStep.AskForReport => new(t with { ReportAskedAt = now }, new Notice(NoticeKind.TourReportAsked, lead)),
            TourStep.EscalateReport => new(t with { ReportEscalatedAt = now },
                new Notice(NoticeKind.TourReportEscalated, [.. lead.Append(coordinationOffice).Distinct()])),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
        };
        // Back after days off: nobody is told to get ready for a tour that has left.
        return step is TourStep.CloseNominations or TourStep.RemindMembers && now >= t.Departure ? new(outcome.Tour) : outcome;
    }
}
