using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.PeriodicReports;

/// <summary>Units' answers to reports.</summary>
public sealed class ReportAnswersApi(ReportAnswerActs acts, PeriodicReportStore shelf, AskReader read)
{
    private const string All = "api/plans/{planId}/reports/{reportId}/answers";

    [Function(nameof(ListReportAnswers))]
    [Callers(Roles.Overseers)]
    [Operation("Số liệu các đơn vị đã gửi cho một báo cáo", Gives = typeof(UnitAnswer[]))]
    public async Task<IResult> ListReportAnswers([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = All)] HttpRequest request, PlanId planId, ReportId reportId) =>
        Answers.Ok(await shelf.AnswersAsync(planId, reportId, request.HttpContext.RequestAborted));

    [Function(nameof(AnswerReport))]
    [Callers(Roles.Units)]
    [Operation("Gửi số liệu của đơn vị cho một báo cáo", Takes = typeof(UnitAnswerForm), Gives = typeof(UnitAnswer))]
    public async Task<IResult> AnswerReport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = All)] HttpRequest request, PlanId planId, ReportId reportId, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await acts.AnswerAsync(planId, reportId, await read.ReadAsync<UnitAnswerForm>(request, client)));
}
