namespace NtmServerless.Domain.PeriodicReports.Cycle;

/// <summary>Who does what with a plan's reports, by unit id. Where the plan is silent it is the Coordination Office.</summary>
public sealed record ReportPosts(string Compiler, string Approver, string Office)
{
    public static ReportPosts Of(Plan plan)
    {
        string office = plan.FindOffice();
        return new ReportPosts(plan.Reporting.CompiledByUnitId ?? office, plan.Reporting.ApprovedByUnitId ?? plan.Reporting.ToUnitId ?? office, office);
    }

    /// <summary>Everybody whom the plan names as recipient, and who gets the reports.</summary>
    public static IReadOnlyList<string> Recipients(Plan plan) =>
    [
        .. plan.Recipients.SelectMany(plan.UnitsOf).Select(u => u.Id).Concat(plan.Reporting.ToUnitId is { } to ? [to] : []).Distinct(StringComparer.Ordinal),
    ];
}
