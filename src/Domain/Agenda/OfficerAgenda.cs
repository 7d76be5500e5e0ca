namespace NtmServerless.Domain.Agenda;

/// <summary>
/// What waits for one officer now: overdue first, then by due moment. An item is there as long as the records say that it
/// is not done; nobody ticks it off.
/// </summary>
public static class OfficerAgenda
{
    /// <param name="shares">How the plan's classes are dealt out; null: they are not.</param>
    /// <param name="month">Communication days of the reporting month in which <paramref name="now"/> lies.</param>
    public static IReadOnlyList<AgendaItem> Of(
        Caller caller, Plan plan, IReadOnlyCollection<TrainingClass> classes, IReadOnlyCollection<StudyTour> tours,
        IEnumerable<PeriodicReport> reports, IEnumerable<CommunicationDay> month, IReadOnlyCollection<DeclaredClass> declared, DateTimeOffset now,
        PlanShares? shares = null) =>
    [
        .. PlanAgenda.Of(caller, plan, classes, tours, shares ?? PlanShares.None, DeclarationDecisions.SharesOf(declared), now)
            .Concat(classes.SelectMany(c => ClassAgenda.Of(caller, plan, c, now)))
            .Concat(tours.SelectMany(t => TourAgenda.Of(caller, plan, t, now)))
            .Concat(reports.SelectMany(r => ReportAgenda.Of(caller, plan, r, now)))
            .Concat(DeclaredAgenda.Of(caller, declared, now))
            .Concat(Communication(caller, plan, month, now))
            .OrderByDescending(i => i.Overdue).ThenBy(i => i.Due).ThenBy(i => i.Kind),
    ];

    /// <summary>What waits for the officer in one class: overdue first, then by due moment.</summary>
    public static IReadOnlyList<AgendaItem> OfClass(Caller caller, Plan plan, TrainingClass c, DateTimeOffset now) =>
        [.. ClassAgenda.Of(caller, plan, c, now).OrderByDescending(i => i.Overdue).ThenBy(i => i.Due).ThenBy(i => i.Kind)];

    private static IEnumerable<AgendaItem> Communication(Caller caller, Plan plan, IEnumerable<CommunicationDay> month, DateTimeOffset now)
    {
        DateOnly today = VietnamTime.DateOf(now);
        if (caller.Role == Role.Committee || !plan.OwesCommunication(caller.UnitId, today)) yield break;
        ReportingPeriod current = ReportingPeriods.Of(plan).MonthOf(today);
        // After a plan's last month nothing is owed to it: what is done now belongs to the next.
        if (current.Year != plan.Year) yield break;
        if (month.Any(d => current.Contains(d.Date) && d.Counts.Any(c => c.UnitId == caller.UnitId))) yield break;
        yield return AgendaItem.Of(AgendaKind.LogCommunication, caller.UnitId, VietnamTime.At(current.To, Deadlines.Evening), now);
    }
}
