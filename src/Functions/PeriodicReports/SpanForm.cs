namespace NtmServerless.Functions.PeriodicReports;

/// <summary>Any span of dates, both ends belong to it; or the id of a calendar period such as <c>month-2024-05</c>, or <c>supplement</c> for the next
/// supplement to the reports of the year.</summary>
public sealed record SpanForm(DateOnly? From, DateOnly? To, string? Period = null)
{
    public ReportingPeriod Check(Plan plan, IReadOnlyCollection<PeriodicReport> reports, DateOnly today)
    {
        ReportingPeriods periods = ReportingPeriods.Of(plan);
        if (Period == Supplements.Asked) return Supplements.Next(plan, reports, today);
        if (!string.IsNullOrEmpty(Period))
        {
            ReportingPeriod asked = periods.OfYear(plan.Year).FirstOrDefault(p => p.Id == Period)
                ?? throw new RuleBrokenException(Rule.PeriodUnknown);
            return asked.To < today ? asked : throw new RuleBrokenException(Rule.PeriodNotOver);
        }

        Checks checks = new();
        DateOnly from = checks.Value("from", From);
        DateOnly to = checks.Value("to", To);
        checks.Require(From is null || From >= periods.YearOf(plan.Year).From, "from", "outside-plan-year", ("year", plan.Year));
        checks.Require(From is null || To is null || To >= From, "to", "end-before-start");
        checks.Require(To is null || To < today, "to", "in-the-future");
        checks.ThrowIfAny();
        return new ReportingPeriod(PeriodKind.AdHoc, plan.Year, 0, from, to);
    }
}
