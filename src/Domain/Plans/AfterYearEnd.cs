namespace NtmServerless.Domain.Plans;

/// <summary>
/// Where a plan's records count that were approved or logged after the last cut-off of its year (14/12 by Decree 09/2019/NĐ-CP,
/// article 12): the office sets it.
/// </summary>
public enum AfterYearEnd
{
    /// <summary>In a supplement to the year's report.</summary>
    Supplement,

    /// <summary>In the first periods of the next year's plan, apart from that plan's own figures.</summary>
    NextPlan,
}
