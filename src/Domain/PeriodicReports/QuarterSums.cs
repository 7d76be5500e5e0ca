namespace NtmServerless.Domain.PeriodicReports;

/// <summary>Sums by quarter of the plan year.</summary>
internal sealed class QuarterSums(Plan plan, DateOnly from, DateOnly to)
{
    private readonly (ReportingPeriod Period, QuarterFigures Figures)[] _quarters =
    [
        .. Enumerable.Range(1, 4).Select(q => ReportingPeriods.Of(plan).Quarter(plan.Year, q)).Where(p => p.From <= to && from <= p.To)
            .Select(p => (p, new QuarterFigures(p.Number, 0, 0, 0, 0, 0, 0, 0))),
    ];

    public void Add(DateOnly day, Func<QuarterFigures, QuarterFigures> change)
    {
        for (int i = 0; i < _quarters.Length; i++)
            if (_quarters[i].Period.Contains(day)) _quarters[i].Figures = change(_quarters[i].Figures);
    }

    public IReadOnlyList<QuarterFigures> ToFigures() => [.. _quarters.Select(q => q.Figures)];
}
