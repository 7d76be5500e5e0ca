namespace NtmServerless.Domain.Agenda;

/// <summary>What a study tour waits for, and for whom.</summary>
internal static class TourAgenda
{
    public static IEnumerable<AgendaItem> Of(Caller caller, Plan plan, StudyTour t, DateTimeOffset now)
    {
        PlannedStudyTour? planned = plan.StudyTours.FirstOrDefault(p => p.Id == t.PlannedTourId);
        return Steps(plan, planned, t, now).Where(item => IsFor(caller, plan, planned, t, item));
    }

    private static IEnumerable<AgendaItem> Steps(Plan plan, PlannedStudyTour? planned, StudyTour t, DateTimeOffset now)
    {
        DateWindow window = PlanAgenda.WindowOf(plan, planned?.Window);
        switch (t.Stage)
        {
            case TourStage.Planned when VietnamTime.DateOf(now) >= window.From:
                yield return AgendaItem.Of(AgendaKind.AnnounceTour, t.Id, Deadlines.WindowEnd(window.To), now);
                break;
            case TourStage.Postponed:
                yield return AgendaItem.Of(AgendaKind.GiveTourNewDates, t.Id, Deadlines.WindowEnd(window.To), now);
                break;
            case TourStage.Announced when t.Members < t.MinimumMembers:
                yield return AgendaItem.Of(AgendaKind.NameTourMembers, t.Id, t.NominationsClose, now, t.MinimumMembers - t.Members);
                break;
            case TourStage.Reporting:
                yield return AgendaItem.Of(AgendaKind.FileTourReport, t.Id, TourChecklist.ReportDue(t), now);
                break;
        }
    }

    // Partner units name their own people while that is open; after that the lead unit sees to it.
    private static bool IsFor(Caller caller, Plan plan, PlannedStudyTour? planned, StudyTour t, AgendaItem item)
    {
        if (caller.MayRun(t)) return !caller.IsAdministrator || caller.UnitId == t.LeadUnitId || item.Overdue;
        return item is { Kind: AgendaKind.NameTourMembers, Overdue: false }
            && caller.Role is Role.LeadUnit or Role.Commune or Role.CultureOffice
            && plan.FindUnit(caller.UnitId) is { } unit && planned?.Partners.Include(unit) == true;
    }
}
