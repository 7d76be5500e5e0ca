namespace NtmServerless.Domain.Periods;

/// <summary>A span of local dates that a report is about; both ends belong to it.</summary>
/// <param name="Number">Month 1-12, quarter 1-4, half 1-2, supplements of a year from 1; 0 for a year or a span on request.</param>
public sealed record ReportingPeriod(PeriodKind Kind, int Year, int Number, DateOnly From, DateOnly To)
{
    /// <summary>Stable id, fit for a storage key and an instance id: a period is reported once.</summary>
    public ReportId Id => new(Kind switch
    {
        PeriodKind.Month => $"month-{Year}-{Number:00}",
        PeriodKind.Quarter => $"quarter-{Year}-{Number}",
        PeriodKind.HalfYear => $"half-{Year}-{Number}",
        PeriodKind.Year => $"year-{Year}",
        PeriodKind.Supplement => $"supplement-{Year}-{Number:00}",
        _ => $"span-{From:yyyyMMdd}-{To:yyyyMMdd}",
    });

    public bool Contains(DateOnly date) => From <= date && date <= To;
}
