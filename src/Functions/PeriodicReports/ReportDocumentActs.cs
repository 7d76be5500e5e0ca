namespace NtmServerless.Functions.PeriodicReports;

/// <summary>Looking at the document of a report before it is issued.</summary>
public sealed class ReportDocumentActs(ReportDocuments documents, ReportFiles files, PeriodicReportStore reports, PlanActs plans)
{
    /// <summary>The draft, without number and date.</summary>
    /// <exception cref="RuleBrokenException"><see cref="Rule.ReportStage"/> while it is not compiled.</exception>
    public async Task<byte[]> DraftAsync(PlanId planId, ReportId reportId, CancellationToken cancellation)
    {
        Plan plan = await plans.GetAsync(planId, cancellation);
        PeriodicReport report = await reports.GetAsync(planId, reportId, cancellation);
        if (report.Figures is null) throw new RuleBrokenException(Rule.ReportStage, ("reportStage", report.Stage));
        return documents.Draft((await files.OfAsync(plan, report, cancellation)).File);
    }
}
