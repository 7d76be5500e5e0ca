namespace NtmServerless.Domain.Periods;

/// <summary>The kinds of report of Decree 09/2019/NĐ-CP, the one on request, and what came after a year's last cut-off.</summary>
public enum PeriodKind
{
    Month,
    Quarter,
    HalfYear,
    Year,
    AdHoc,

    /// <summary>Added to the reports of a year that is over: it belongs to the chain of months, of quarters, of halves and of the year.</summary>
    Supplement,
}
