namespace NtmServerless.Domain.Agenda;

/// <summary>What the plan orders and nobody has put into the year yet, from the first day of its window.</summary>
internal static class PlanAgenda
{
    public static IEnumerable<AgendaItem> Of(
        Caller caller, Plan plan, IReadOnlyCollection<TrainingClass> classes, IReadOnlyCollection<StudyTour> tours, PlanShares shares,
        IReadOnlyCollection<DeclaredShare> declared, DateTimeOffset now) =>
        // What nobody planned in its year is not planned any more.
        VietnamTime.DateOf(now).Year > plan.Year ? [] : Classes(caller, plan, classes, shares, declared, now).Concat(Tours(caller, plan, tours, now));

    /// <summary>A window of the plan; where the plan is silent, its whole year.</summary>
    public static DateWindow WindowOf(Plan plan, DateWindow? window) => window ?? DateWindow.Quarters(plan.Year, 1, 4);

    private static IEnumerable<AgendaItem> Classes(
        Caller caller, Plan plan, IReadOnlyCollection<TrainingClass> classes, PlanShares shares, IReadOnlyCollection<DeclaredShare> declared,
        DateTimeOffset now)
    {
        foreach (TrainingStream stream in plan.Streams)
        {
            int missing = Missing(caller, plan, stream, classes, shares, declared);
            DateWindow window = WindowOf(plan, stream.Window);
            if (missing > 0 && VietnamTime.DateOf(now) >= window.From)
                yield return AgendaItem.Of(AgendaKind.PlanClasses, stream.Id, Deadlines.WindowEnd(window.To), now, missing);
        }
    }

    // Where a stream is dealt out each unit has its own share before it; whoever deals has the whole.
    private static int Missing(
        Caller caller, Plan plan, TrainingStream stream, IReadOnlyCollection<TrainingClass> classes, PlanShares shares,
        IReadOnlyCollection<DeclaredShare> declared)
    {
        if (!caller.IsAdministrator && caller.MayPlanFor(caller.UnitId) && shares.ShareOf(stream.Id, caller.UnitId) is { } share)
            return share - shares.UsedBy(caller.UnitId, stream.Id, classes, declared);
        return Leads(caller, plan, stream.Lead) ? (stream.ClassCount ?? 0) - declared.Count(d => d.StreamId == stream.Id)
            - classes.Count(c => c.StreamId == stream.Id && c.Stage != ClassStage.Cancelled) : 0;
    }

    private static IEnumerable<AgendaItem> Tours(Caller caller, Plan plan, IReadOnlyCollection<StudyTour> tours, DateTimeOffset now)
    {
        foreach (PlannedStudyTour planned in plan.StudyTours.Where(t => Leads(caller, plan, t.Lead)))
        {
            DateWindow window = WindowOf(plan, planned.Window);
            bool isThere = tours.Any(t => t.PlannedTourId == planned.Id && t.Stage != TourStage.Cancelled);
            if (!isThere && VietnamTime.DateOf(now) >= window.From)
                yield return AgendaItem.Of(AgendaKind.PlanTour, planned.Id, Deadlines.WindowEnd(window.To), now);
        }
    }

    private static bool Leads(Caller caller, Plan plan, PlanParties lead) => caller.IsAdministrator
        || caller.MayPlanFor(caller.UnitId) && plan.FindUnit(caller.UnitId) is { } unit && lead.Include(unit);
}
