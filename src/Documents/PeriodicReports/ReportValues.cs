namespace NtmServerless.Documents.PeriodicReports;

/// <summary>What the template of a periodic report can say.</summary>
internal static class ReportValues
{
    public static Dictionary<string, string> Of(DocumentHead head, ReportFile file, ReportFigures figures, ReportFigures? year, VietnameseTexts texts)
    {
        Plan plan = file.Plan;
        long spent = figures.Spent.Values.Sum();
        int planned = figures.Streams.Sum(s => s.ClassesPlanned ?? 0);
        int women = figures.Streams.Sum(s => s.Women);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["period"] = texts.Period(file.Report.Period),
            ["from"] = WrittenDate.InText(figures.From),
            ["to"] = WrittenDate.InText(figures.To),
            ["basis"] = PlanBasis.Of(plan),
            ["committee"] = plan.IssuingBody,
            ["compiler"] = plan.Reporting.CompiledByUnitId is { } id ? plan.FindUnit(id)?.Name ?? id : "",
            ["issuer"] = head.IssuingBody,
            ["year"] = $"{plan.Year}",
            ["planned"] = WrittenNumber.Of(planned),
            ["held"] = WrittenNumber.Of(figures.ClassesHeld),
            ["held-ordered"] = WrittenNumber.Of(PlannedHeld(figures)),
            ["held-own"] = Unless0(figures.ClassesHeld - PlannedHeld(figures)),
            ["held-share"] = Vietnamese.Share(PlannedHeld(figures), planned),
            ["closed"] = WrittenNumber.Of(figures.Streams.Sum(s => s.ClassesClosed)),
            ["seats"] = WrittenNumber.Of(figures.Streams.Sum(s => s.SeatsPlanned ?? 0)),
            ["registered"] = WrittenNumber.Of(figures.Streams.Sum(s => s.Registered)),
            ["attended"] = WrittenNumber.Of(figures.Attended),
            ["women"] = WrittenNumber.Of(women),
            ["women-share"] = Vietnamese.Share(women, figures.Attended),
            ["walk-ins"] = Unless0(figures.Streams.Sum(s => s.WalkIns)),
            ["cancelled"] = Unless0(figures.ClassesCancelled),
            ["declared"] = Unless0(figures.Declared),
            ["reports-missing"] = Unless0(figures.ReportsMissing),
            ["communication"] = WrittenNumber.Of(figures.CommunicationByChannel.Values.Sum()),
            ["tours"] = WrittenNumber.Of(figures.ToursHeld),
            ["tour-members"] = WrittenNumber.Of(figures.TourMembers),
            ["spent"] = Vietnamese.Money(spent),
            ["spent-words"] = AmountWords.Of(spent),
            ["year-held"] = year is null ? "" : WrittenNumber.Of(year.ClassesHeld),
            ["year-held-ordered"] = year is null ? "" : WrittenNumber.Of(PlannedHeld(year)),
            ["year-held-share"] = year is null ? "" : Vietnamese.Share(PlannedHeld(year), planned),
            ["year-attended"] = year is null ? "" : WrittenNumber.Of(year.Attended),
            ["before-held"] = file.Before is { } before ? WrittenNumber.Of(before.ClassesHeld) : "",
            ["before-attended"] = file.Before is { } earlier ? WrittenNumber.Of(earlier.Attended) : "",
            ["units-missing"] = string.Join("; ", file.UnitsMissing.Select(u => plan.FindUnit(u)?.Name ?? u)),
        };
    }

    // Against the plan only what the plan ordered counts: communes' own classes have no planned number.
    private static int PlannedHeld(ReportFigures figures) => figures.Streams.Where(s => s.ClassesPlanned is not null).Sum(s => s.ClassesHeld);

    private static string Unless0(int count) => count == 0 ? "" : WrittenNumber.Of(count);
}
