using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace NtmServerless.Functions.Progress;

/// <summary>How far the year has come.</summary>
public sealed class ProgressApi(ReportActs reports)
{
    [Function(nameof(GetProgress))]
    [Callers(Roles.Everyone)]
    [Operation("Tiến độ cả năm: kế hoạch và kết quả", Gives = typeof(ReportFigures))]
    public async Task<IResult> GetProgress(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/plans/{planId}/progress")] HttpRequest request, PlanId planId) =>
        Answers.Ok(await reports.ProgressAsync(planId, request.HttpContext.RequestAborted));
}
