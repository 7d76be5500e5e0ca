using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.ClassReports;

/// <summary>The report of a class: drafted from the records, filed, returned, approved.</summary>
public sealed class ClassReportsApi(ClassReportActs reports, AskReader read)
{
    [Function(nameof(GetClassReport))]
    [Callers(Roles.Everyone)]
    [Operation("Báo cáo lớp: số liệu từ hồ sơ và các lần đã nộp", Gives = typeof(ClassReportDraft))]
    public async Task<IResult> GetClassReport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/classes/{classId}/report")] HttpRequest request, ClassId classId) =>
        Answers.Ok(await reports.DraftAsync(classId, request.Caller(), request.HttpContext.RequestAborted));

    [Function(nameof(SubmitClassReport))]
    [Callers(Roles.Organisers)]
    [Operation("Nộp báo cáo kết quả lớp", Takes = typeof(ClassReportForm), Gives = typeof(TrainingClass))]
    public async Task<IResult> SubmitClassReport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/classes/{classId}/report")] HttpRequest request,
        ClassId classId, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await reports.SubmitAsync(classId, await read.ReadAsync<ClassReportForm>(request, client)));

    [Function(nameof(ReturnClassReport))]
    [Callers(Roles.Administrator)]
    [Operation("Trả báo cáo lớp để sửa", Takes = typeof(ReasonForm), Gives = typeof(TrainingClass))]
    public async Task<IResult> ReturnClassReport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/classes/{classId}/report/return")] HttpRequest request,
        ClassId classId, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await reports.ReturnAsync(classId, await read.ReadAsync<ReasonForm>(request, client)));

    [Function(nameof(ApproveClassReport))]
    [Callers(Roles.Administrator)]
    [Operation("Duyệt báo cáo lớp; lớp kết thúc và số liệu được chốt", Gives = typeof(TrainingClass))]
    public async Task<IResult> ApproveClassReport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/classes/{classId}/report/approve")] HttpRequest request,
        ClassId classId, [DurableClient] DurableTaskClient client) =>
        Answers.Ok(await reports.ApproveAsync(classId, read.Read(request, client)));
}
