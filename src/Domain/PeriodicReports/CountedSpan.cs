namespace NtmServerless.Domain.PeriodicReports;

/// <summary>The days that a report counts of a plan; both ends belong to it.</summary>
public sealed record CountedSpan(DateOnly From, DateOnly To)
{
    /// <summary>Everything of a plan, whenever it came.</summary>
    public static readonly CountedSpan Always = new(DateOnly.MinValue, DateOnly.MaxValue);

    /// <summary>
    /// Of a report's own plan. The first period of each kind also takes what came before the plan's year began: no later one would.
    /// </summary>
    public static CountedSpan Of(ReportingPeriod period) => period switch
    {
        { Kind: PeriodKind.AdHoc or PeriodKind.Supplement } => new(period.From, period.To),
        { Number: > 1 } => new(period.From, period.To),
        _ => UpTo(period.To),
    };

    /// <summary>Of an earlier plan whose late records a report carries; a year's first periods begin where the year before it ended.</summary>
    /// <param name="before">The plan of the year before the report's.</param>
    public static CountedSpan OfCarried(Plan before, ReportingPeriod period) =>
        new(period is { Kind: not PeriodKind.Supplement, Number: <= 1 } ? ReportingPeriods.Of(before).AfterYear(before.Year) : period.From, period.To);

    public static CountedSpan UpTo(DateOnly to) => new(DateOnly.MinValue, to);

    public bool Contains(DateOnly day) => From <= day && day <= To;
}

/// <summary>Several spans, none of which meets another.</summary>
public sealed record CountedDays(params IReadOnlyList<CountedSpan> Spans)
{
    /// <summary>The last day; the first of all days where there is no span.</summary>
    public DateOnly To => Spans.Count == 0 ? DateOnly.MinValue : Spans.Max(s => s.To);

    public DateOnly From => Spans.Count == 0 ? DateOnly.MinValue : Spans.Min(s => s.From);

    public bool Contains(DateOnly day) => Spans.Any(s => s.Contains(day));
}
