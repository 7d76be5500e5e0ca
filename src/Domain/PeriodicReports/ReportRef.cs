namespace NtmServerless.Domain.PeriodicReports;

/// <summary>A report is found by its plan and its id. Inputs of earlier versions also say the version of the cycle, which is passed over.</summary>
public sealed record ReportRef(PlanId PlanId, ReportId Id)
{
    public static ReportRef Of(PeriodicReport report) => new(report.PlanId, report.Id);
}
