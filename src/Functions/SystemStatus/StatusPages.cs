using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace NtmServerless.Functions.SystemStatus;

/// <summary>How the system is, for administrators, and the look through all records.</summary>
public sealed class StatusPages(
    StatusReport status, RecordLook look, CurrentPlan current, PageAnswers answers, PagePosts posts, ILogger<StatusPages> log)
{
    [Function(nameof(ShowStatus))]
    [ShowsTheRest]
    [Callers(Roles.Administrator)]
    public Task<IResult> ShowStatus(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = StatusRoutes.Status)] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        ShowAsync(request, client, FormState.Fresh(), StatusCodes.Status200OK);

    [Function(nameof(PostRecordLook))]
    [Callers(Roles.Administrator)]
    public Task<IResult> PostRecordLook(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = StatusRoutes.Look)] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        posts.DoAsync<NoForm>(request, client, async ask =>
        {
            int rows = await look.RunAsync(ask.Cancellation);
            StatusLog.Looked(log, rows, DamagedRows.OfThisProcess.All.Count);
            return PageAnswers.GoTo(StatusPaths.Status, "records-looked");
        }, (state, code) => ShowAsync(request, client, state, code));

    private async Task<IResult> ShowAsync(HttpRequest request, DurableTaskClient client, FormState state, int code)
    {
        Plan? plan = await current.FindAsync(request);
        return answers.Page<StatusPage, StatusView>(request, await status.OfAsync(plan, client, request.HttpContext.RequestAborted), state, code);
    }
}
