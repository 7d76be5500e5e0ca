namespace NtmServerless.Domain.Agenda;

/// <summary>What a class waits for, and for whom.</summary>
internal static class ClassAgenda
{
    public static IEnumerable<AgendaItem> Of(Caller caller, Plan plan, TrainingClass c, DateTimeOffset now) =>
        Telling(caller, c, now).Concat(Attendance(c, now).Concat(Steps(plan, c, now)).Where(item => IsFor(caller, c, item)));

    // Who leads the class answers for all of its people, each commune for its own; the office hears of it when it is late.
    private static IEnumerable<AgendaItem> Telling(Caller caller, TrainingClass c, DateTimeOffset now)
    {
        OpenTelling[] open = [.. c.Untold.Where(t => !t.IsPast(c, now))];
        bool leads = caller.MayRun(c) && caller.UnitId == c.LeadUnitId;
        if (!leads && caller.Role == Role.Commune) open = [.. open.Where(t => t.Left.ContainsKey(caller.UnitId))];
        else if (!caller.MayRun(c)) yield break;
        if (open.Length == 0) yield break;
        int people = open.Sum(t => leads || caller.Role != Role.Commune ? t.People : t.Left[caller.UnitId]);
        AgendaItem item = AgendaItem.Of(AgendaKind.TellPeople, c.Id, open.Min(t => t.DueFor(c)), now, people);
        if (leads || !caller.IsAdministrator || item.Overdue) yield return item;
    }

    // The coordination office announces classes and approves; of what other units owe it hears when it is overdue.
    private static bool IsFor(Caller caller, TrainingClass c, AgendaItem item) => item.Kind switch
    {
        AgendaKind.ApproveReport => caller.IsAdministrator,
        AgendaKind.TakeAttendance or AgendaKind.ConfirmHeld when caller.Role == Role.Commune => caller.MayTakeAttendance(c),
        _ => caller.MayRun(c) && (!caller.IsAdministrator || caller.UnitId == c.LeadUnitId || item.Overdue || item.Kind == AgendaKind.AnnounceClass),
    };

    private static IEnumerable<AgendaItem> Steps(Plan plan, TrainingClass c, DateTimeOffset now) => c.Stage switch
    {
        ClassStage.Planned => Announcing(plan, c, now),
        ClassStage.Registering => TooFew(c, now),
        ClassStage.Confirmed when HoldingFacts.IsEmpty(c) => TooFew(c, now),
        ClassStage.Confirmed => [AgendaItem.Of(AgendaKind.LookAtList, c.Id, c.FirstStart, now)],
        ClassStage.Postponed => [AgendaItem.Of(AgendaKind.GiveNewDates, c.Id, c.Trace.NewDatesAskedAt!.Value + Deadlines.NewDatesAgain, now)],
        ClassStage.Holding => Difference(c, now),
        ClassStage.Reporting => Papers(c, now),
        _ => [],
    };

    private static IEnumerable<AgendaItem> Announcing(Plan plan, TrainingClass c, DateTimeOffset now)
    {
        DateWindow window = PlanAgenda.WindowOf(plan, plan.FindStream(c.StreamId)?.Window);
        if (VietnamTime.DateOf(now) >= window.From) yield return AgendaItem.Of(AgendaKind.AnnounceClass, c.Id, Deadlines.WindowEnd(window.To), now);
    }

    private static IEnumerable<AgendaItem> TooFew(TrainingClass c, DateTimeOffset now)
    {
        if (HoldingFacts.IsTooFew(c) && c.Trace is { TooFewAskedAt: { } asked, TooFewDecidedAt: null })
            yield return AgendaItem.Of(AgendaKind.DecideTooFew, c.Id, asked + Deadlines.TooFewAnswer, now, c.Seats.Confirmed + c.Seats.Waitlisted);
    }

    // From the morning of the day until somebody was marked, while attendance can still be taken.
    private static IEnumerable<AgendaItem> Attendance(TrainingClass c, DateTimeOffset now)
    {
        // Where nobody was marked at all, one question stands for every session.
        if (HoldingFacts.IsUnconfirmed(c)) return [];
        bool open = c.Stage is ClassStage.Confirmed or ClassStage.Holding or ClassStage.Reporting && c.Report.Stage != ClassReportStage.Submitted;
        int held = c.Stage == ClassStage.Postponed ? c.HeldSessions : open ? c.Sessions.Count : 0;
        return c.Sessions.Take(held)
            .Where(s => VietnamTime.DateOf(s.StartsAt) <= VietnamTime.DateOf(now) && c.SessionCounts.All(n => n.Session != s.Number))
            .Select(s => AgendaItem.Of(AgendaKind.TakeAttendance, c.Id, s.EndsAt, now, s.Number));
    }

    private static IEnumerable<AgendaItem> Papers(TrainingClass c, DateTimeOffset now)
    {
        if (HoldingFacts.IsUnconfirmed(c) && c.Report.Stage != ClassReportStage.Submitted)
        {
            yield return AgendaItem.Of(AgendaKind.ConfirmHeld, c.Id, Deadlines.EvidenceDue(c), now);
            yield break;
        }

        if (c.Evidence.IsMissing) yield return AgendaItem.Of(AgendaKind.UploadEvidence, c.Id, Deadlines.EvidenceDue(c), now);
        if (c.Report.Stage == ClassReportStage.Submitted)
        {
            yield return AgendaItem.Of(AgendaKind.ApproveReport, c.Id, Deadlines.ApprovalDue(c), now);
            yield break;
        }

        foreach (AgendaItem item in Difference(c, now)) yield return item;
        yield return AgendaItem.Of(
            c.Report.Stage == ClassReportStage.Returned ? AgendaKind.ReviseReport : AgendaKind.FileReport, c.Id, Deadlines.ReportDue(c), now);
    }

    private static IEnumerable<AgendaItem> Difference(TrainingClass c, DateTimeOffset now) => EvidenceDecisions.Differences(c).Take(1)
        .Select(d => AgendaItem.Of(AgendaKind.ExplainDifference, c.Id, Deadlines.ReportDue(c), now, d.Session));
}
