namespace NtmServerless.Pages.Communication;

/// <summary>Which part of the communication log is looked at.</summary>
/// <param name="Period">Null when the dates were chosen one by one.</param>
/// <param name="Words">Searched in subject, note and name of the unit, with or without accents.</param>
public sealed record CommunicationFilter(
    ReportingPeriod? Period, DateOnly From, DateOnly To, string? UnitId, CommunicationChannel? Channel, string? Words)
{
    /// <summary>Every period that can be chosen: those of the reports, and the days of the year after the last of them.</summary>
    public static IEnumerable<ReportingPeriod> Periods(Plan plan) =>
        ReportingPeriods.Of(plan).OfYear(plan.Year).Append(ReportingPeriods.Of(plan).RestOf(plan.Year));

    /// <summary>
    /// The reporting month of a date, and in what is left of the year after the last month these days; a year that is over is shown
    /// whole, one that has not begun from its first month.
    /// </summary>
    public static ReportingPeriod DefaultPeriod(Plan plan, DateOnly today) =>
        Periods(plan).FirstOrDefault(p => p.Kind is PeriodKind.Month or PeriodKind.Supplement && p.Contains(today) && today.Year <= plan.Year)
        ?? (today > ReportingPeriods.Of(plan).YearOf(plan.Year).To ? ReportingPeriods.Of(plan).YearOf(plan.Year) : ReportingPeriods.Of(plan).Month(plan.Year, 1));

    public bool Matches(CommunicationActivity activity, Plan plan) =>
        (UnitId is null || activity.UnitId == UnitId) && (Channel is null || activity.Channel == Channel)
        && (Words is null || Folding.Fold($"{activity.Subject} {activity.Note} {plan.FindUnit(activity.UnitId)?.Name}")
            .Contains(Folding.Fold(Words), StringComparison.Ordinal));
}

/// <summary>The communication log, filtered, and what it adds up to.</summary>
/// <param name="Sums">Of all activities that fit the filter and were not taken back.</param>
public sealed record CommunicationView(
    Plan Plan, CommunicationFilter Filter, Slice<CommunicationActivity> Activities, IReadOnlyList<CommunicationCount> Sums, bool MayLog)
{
    public static IReadOnlyList<CommunicationCount> SumOf(IEnumerable<CommunicationActivity> activities) =>
    [
        .. activities.Where(a => a.StruckOut is null).GroupBy(a => (a.UnitId, a.Channel))
            .Select(g => new CommunicationCount(g.Key.UnitId, g.Key.Channel, g.Sum(a => a.Count))),
    ];
}

/// <summary>The form for one activity.</summary>
/// <param name="Units">Units that the officer may log for; one: there is nothing to choose.</param>
public sealed record ActivityEntry(Plan Plan, IReadOnlyList<Unit> Units, string OwnUnitId, DateOnly Today, YearStanding Year);

/// <summary>An activity that is about to be taken back.</summary>
public sealed record ActivityToStrike(Plan Plan, CommunicationActivity Activity);
