using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.PeriodicReports;

/// <summary>What is decided about a report.</summary>
public sealed class ReportStepsApi(ReportActs acts, AskReader read)
{
    private const string One = "api/plans/{planId}/reports/{reportId}";

    [Function(nameof(CompileReportNow))]
    [Callers(Roles.Units)]
    [Operation("Tổng hợp báo cáo ngay, không chờ đơn vị chưa gửi; hoặc tổng hợp lại", Gives = typeof(PeriodicReport))]
    public async Task<IResult> CompileReportNow(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = One + "/compile")] HttpRequest request, PlanId planId, ReportId reportId, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await acts.CompileAsync(planId, reportId, read.Read(request, client)));

    [Function(nameof(SubmitReport))]
    [Callers(Roles.Units)]
    [Operation("Trình báo cáo đã tổng hợp", Takes = typeof(RemarkForm), Gives = typeof(PeriodicReport))]
    public async Task<IResult> SubmitReport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = One + "/submit")] HttpRequest request, PlanId planId, ReportId reportId, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await acts.SubmitAsync(planId, reportId, await read.ReadAsync<RemarkForm>(request, client)));

    [Function(nameof(ReturnReport))]
    [Callers(Roles.Approvers)]
    [Operation("Trả lại báo cáo kèm lý do", Takes = typeof(ReasonForm), Gives = typeof(PeriodicReport))]
    public async Task<IResult> ReturnReport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = One + "/return")] HttpRequest request, PlanId planId, ReportId reportId, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await acts.ReturnAsync(planId, reportId, await read.ReadAsync<ReasonForm>(request, client)));

    [Function(nameof(ApproveReport))]
    [Callers(Roles.Approvers)]
    [Operation("Duyệt báo cáo: đánh số, gửi nơi nhận, chốt số liệu", Gives = typeof(PeriodicReport))]
    public async Task<IResult> ApproveReport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = One + "/approve")] HttpRequest request, PlanId planId, ReportId reportId, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await acts.ApproveAsync(planId, reportId, read.Read(request, client)));
}
