namespace NtmServerless.Domain.PeriodicReports.Answers;

/// <summary>
/// Who owes what to a report (plan, sections II.2.1, II.2.2 and IV): communes and whoever leads communication work their counts,
/// communes their own classes, lead units the reports of classes held.
/// </summary>
public static class ReportOwers
{
    /// <param name="leadsWithoutReport">Units that led a class for which <see cref="OwesReport"/>.</param>
    public static IReadOnlyList<ReportOwed> Of(Plan plan, ReportingPeriod period, IReadOnlySet<string> leadsWithoutReport) =>
    [
        .. plan.Units.Select(u => new ReportOwed(u.Id, [.. Debts(plan, period, u, leadsWithoutReport)])).Where(o => o.Debts.Count > 0),
    ];

    /// <summary>Whether a class was held in a period, or by the end of a supplement's, and its report is not approved.</summary>
    public static bool OwesReport(ReportingPeriod period, TrainingClass c) => c.Stage == ClassStage.Reporting
        && (period.Kind == PeriodKind.Supplement ? c.LastDay <= period.To : period.Contains(c.LastDay));

    private static IEnumerable<ReportDebt> Debts(Plan plan, ReportingPeriod period, Unit unit, IReadOnlySet<string> leadsWithoutReport)
    {
        // A supplement counts what the records say by now: nobody is asked for figures of a year that is over.
        bool ofPeriod = period.Kind != PeriodKind.Supplement;
        if (ofPeriod && (unit.IsCommuneLevel || unit.Kind is UnitKind.CultureOffice or UnitKind.MediaCentre || plan.OwesCommunication(unit.Id, period.To)))
            yield return ReportDebt.Communication;
        if (ofPeriod && unit.IsCommuneLevel) yield return ReportDebt.OwnClasses;
        if (leadsWithoutReport.Contains(unit.Id)) yield return ReportDebt.ClassReports;
    }
}
