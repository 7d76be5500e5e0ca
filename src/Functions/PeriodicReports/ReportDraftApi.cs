using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace NtmServerless.Functions.PeriodicReports;

/// <summary>A report as its document will look.</summary>
public sealed class ReportDraftApi(ReportDocumentActs acts)
{
    [Function(nameof(GetReportDraft))]
    [Callers(Roles.Overseers)]
    [Operation("Dự thảo báo cáo để xem trước khi duyệt, chưa có số", Media = OfficialDocuments.MediaType)]
    public async Task<IResult> GetReportDraft(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PeriodicReportRoutes.Draft)] HttpRequest request, PlanId planId, ReportId reportId)
    {
        byte[] draft = await acts.DraftAsync(planId, reportId, request.HttpContext.RequestAborted);
        return Results.File(draft, OfficialDocuments.MediaType, $"du-thao-{reportId}.docx");
    }
}
