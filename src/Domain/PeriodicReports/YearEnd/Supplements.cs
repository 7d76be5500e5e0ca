namespace NtmServerless.Domain.PeriodicReports.YearEnd;

/// <summary>Supplements to the reports of a year that is over: one after the other, as often as something still comes.</summary>
public static class Supplements
{
    /// <summary>What the address of a request calls the next supplement.</summary>
    public const string Asked = "supplement";

    /// <summary>Why no supplement can be made now; null when one can.</summary>
    public static Refusal? WhyNot(Plan plan, IReadOnlyCollection<PeriodicReport> reports, DateOnly today)
    {
        if (plan.Reporting.AfterYearEnd == AfterYearEnd.NextPlan) return new Refusal(Rule.CountedByNextPlan);
        if (Begins(plan, reports) >= today) return new Refusal(Rule.SupplementTomorrow, ("day", Begins(plan, reports).AddDays(1)));
        // It corrects what all others published: they must not change any more.
        int open = reports.Count(r => r.Period.Kind != PeriodKind.AdHoc && r.Stage != ReportStage.Approved);
        return open > 0 ? new Refusal(Rule.YearReportsOpen, ("count", open)) : null;
    }

    /// <summary>From the day after the last cut-off, or after the supplement before, to yesterday.</summary>
    /// <exception cref="RuleBrokenException">As <see cref="WhyNot"/> says.</exception>
    public static ReportingPeriod Next(Plan plan, IReadOnlyCollection<PeriodicReport> reports, DateOnly today)
    {
        Refusal.ThrowIfAny(WhyNot(plan, reports, today));
        return ReportingPeriods.Supplement(plan.Year, Of(reports).Count() + 1, Begins(plan, reports), today.AddDays(-1));
    }

    private static DateOnly Begins(Plan plan, IEnumerable<PeriodicReport> reports) =>
        Of(reports).Select(r => r.Period.To.AddDays(1)).Append(ReportingPeriods.Of(plan).AfterYear(plan.Year)).Max();

    private static IEnumerable<PeriodicReport> Of(IEnumerable<PeriodicReport> reports) => reports.Where(r => r.Period.Kind == PeriodKind.Supplement);
}
