namespace NtmServerless.Domain.Periods;

/// <summary>The kinds of report of Decree 09/2019/NĐ-CP, and the one on request.</summary>
public enum PeriodKind
{
    Month,
    Quarter,
    HalfYear,
    Year,
    AdHoc,
}
