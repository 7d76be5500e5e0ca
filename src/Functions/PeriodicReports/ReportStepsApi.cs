using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.PeriodicReports;

/// <summary>What is decided about a report.</summary>
public sealed class ReportStepsApi(ReportActs acts, AskReader read)
{
    private const string One = "api/plans/{planId}/reports/{reportId}";

    [Function(nameof(CompileReportNow))]
    [Callers(Role.Administrator, Role.CultureOffice, Role.LeadUnit, Role.Commune)]
    [Operation("Tổng hợp báo cáo ngay, không chờ đơn vị chưa gửi; hoặc tổng hợp lại", Gives = typeof(PeriodicReport))]
    public async Task<IResult> CompileReportNow(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = One + "/compile")] HttpRequest request, string planId, string reportId, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await acts.CompileAsync(planId, reportId, read.Read(request, client)));

    [Function(nameof(SubmitReport))]
    [Callers(Role.Administrator, Role.CultureOffice, Role.LeadUnit, Role.Commune)]
    [Operation("Trình báo cáo đã tổng hợp", Takes = typeof(RemarkForm), Gives = typeof(PeriodicReport))]
    public async Task<IResult> SubmitReport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = One + "/submit")] HttpRequest request, string planId, string reportId, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await acts.SubmitAsync(planId, reportId, await read.ReadAsync<RemarkForm>(request, client)));

    [Function(nameof(ReturnReport))]
    [Callers(Role.Administrator, Role.Committee)]
    [Operation("Trả lại báo cáo kèm lý do", Takes = typeof(ReasonForm), Gives = typeof(PeriodicReport))]
    public async Task<IResult> ReturnReport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = One + "/return")] HttpRequest request, string planId, string reportId, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await acts.ReturnAsync(planId, reportId, await read.ReadAsync<ReasonForm>(request, client)));

    [Function(nameof(ApproveReport))]
    [Callers(Role.Administrator, Role.Committee)]
    [Operation("Duyệt báo cáo: đánh số, gửi nơi nhận, chốt số liệu", Gives = typeof(PeriodicReport))]
    public async Task<IResult> ApproveReport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = One + "/approve")] HttpRequest request, string planId, string reportId, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await acts.ApproveAsync(planId, reportId, read.Read(request, client)));
}
