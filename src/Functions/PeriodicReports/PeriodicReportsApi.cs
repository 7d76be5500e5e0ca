using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.PeriodicReports;

/// <summary>A report in a list.</summary>
public sealed record ReportLine(string Id, PeriodKind Kind, DateOnly From, DateOnly To, ReportStage Stage, int ClassesHeld, int Attended);

/// <summary>Periodic and ad-hoc reports.</summary>
public sealed class PeriodicReportsApi(ReportActs acts, PeriodicReportStore shelf, PlanActs plans, AskReader read)
{
    [Function(nameof(ListReports))]
    [ShowsTheRest]
    [Callers(Roles.Everyone)]
    [Operation("Các báo cáo định kỳ và đột xuất", Gives = typeof(ReportLine[]))]
    public async Task<IResult> ListReports(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/plans/{planId}/reports")] HttpRequest request, PlanId planId)
    {
        PlanId id = (await plans.GetAsync(planId, request.HttpContext.RequestAborted)).Id;
        return Answers.Ok((await shelf.OfPlanAsync(id, request.HttpContext.RequestAborted)).OrderBy(r => r.Period.To).ThenBy(r => r.Period.Kind)
            .Select(r => new ReportLine(r.Id, r.Period.Kind, r.Period.From, r.Period.To, r.Stage, r.Figures?.ClassesHeld ?? 0, r.Figures?.Attended ?? 0)));
    }

    [Function(nameof(AskForReport))]
    [Callers(Roles.Overseers)]
    [Operation("Yêu cầu báo cáo đột xuất cho một khoảng ngày", Takes = typeof(SpanForm), Gives = typeof(PeriodicReport), Status = 202)]
    public async Task<IResult> AskForReport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/plans/{planId}/reports")] HttpRequest request,
        PlanId planId, [DurableClient] DurableTaskClient client) =>
        Answers.Accepted(await acts.AskForSpanAsync(planId, await read.ReadAsync<SpanForm>(request, client)));

    [Function(nameof(GetReport))]
    [Callers(Roles.Everyone)]
    [Operation("Số liệu của một báo cáo", Gives = typeof(PeriodicReport))]
    public async Task<IResult> GetReport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/plans/{planId}/reports/{reportId}")] HttpRequest request, PlanId planId, ReportId reportId) =>
        Answers.Ok(await shelf.GetAsync(planId, reportId, request.HttpContext.RequestAborted));

    [Function(nameof(GetReportPage))]
    [Callers(Roles.Everyone)]
    [Operation("Một báo cáo để đọc và in", Media = "text/html")]
    public async Task<IResult> GetReportPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/plans/{planId}/reports/{reportId}/page")] HttpRequest request,
        PlanId planId, ReportId reportId)
    {
        string html = await shelf.ReadHtmlAsync(planId, reportId, request.HttpContext.RequestAborted);
        return Results.Text(html, "text/html; charset=utf-8");
    }
}
