using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.PeriodicReports;

/// <summary>Units' answers to reports.</summary>
public sealed class ReportAnswersApi(ReportAnswerActs acts, PeriodicReportStore shelf, AskReader read)
{
    private const string All = "api/plans/{planId}/reports/{reportId}/answers";

    [Function(nameof(ListReportAnswers))]
    [Callers(Role.Administrator, Role.CultureOffice, Role.Committee)]
    [Operation("Số liệu các đơn vị đã gửi cho một báo cáo", Gives = typeof(UnitAnswer[]))]
    public async Task<IResult> ListReportAnswers([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = All)] HttpRequest request, string planId, string reportId) =>
        Answers.Ok(await shelf.AnswersAsync(Ids.Checked(planId, "plan"), Ids.Checked(reportId, "report"), request.HttpContext.RequestAborted));

    [Function(nameof(AnswerReport))]
    [Callers(Role.Administrator, Role.LeadUnit, Role.Commune, Role.CultureOffice)]
    [Operation("Gửi số liệu của đơn vị cho một báo cáo", Takes = typeof(UnitAnswerForm), Gives = typeof(UnitAnswer))]
    public async Task<IResult> AnswerReport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = All)] HttpRequest request, string planId, string reportId, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await acts.AnswerAsync(planId, reportId, await read.ReadAsync<UnitAnswerForm>(request, client)));
}
