namespace NtmServerless.Domain.Plans;

/// <summary>Who reports what to whom (section IV.2 and the closing paragraph).</summary>
/// <param name="Text">The plan's own words.</param>
/// <param name="CompiledByUnitId">Who adds up the reports of all units; null: open.</param>
/// <param name="ToUnitId">Who receives them; null: open.</param>
/// <param name="ApprovedByUnitId">For whom the plan's signer approves and signs; null: open.</param>
/// <param name="PeriodScheme">How periods are cut: one of <see cref="PeriodSchemes"/>.</param>
/// <param name="DueWorkingDays">Working days from the end of a period to the report, 0 to 60; null until an office sets it.</param>
public sealed record PlanReporting(
    string Text, string? CompiledByUnitId, string? ToUnitId, string? ApprovedByUnitId, string PeriodScheme, int? DueWorkingDays)
{
    /// <summary>Where it counts what comes after the year's last cut-off; null: in a supplement to the year's report.</summary>
    public AfterYearEnd? AfterYearEnd { get; init; }
}
