using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.PeriodicReports;

/// <summary>A unit's figures for a report.</summary>
public sealed class ReportAnswerPages(ReportAnswerActs acts, CurrentPlan current, PageAnswers answers, PagePosts posts)
{
    [Function(nameof(ShowReportAnswer))]
    [Callers(Roles.Units)]
    public Task<IResult> ShowReportAnswer(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PeriodicReportRoutes.Answer)] HttpRequest request, ReportId reportId) =>
        ShowAsync(request, reportId, request.Text("don-vi"), FormState.Fresh(), StatusCodes.Status200OK);

    [Function(nameof(PostReportAnswer))]
    [Callers(Roles.Units)]
    public async Task<IResult> PostReportAnswer(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PeriodicReportRoutes.Answer)] HttpRequest request,
        ReportId reportId, [DurableClient] DurableTaskClient client)
    {
        Plan plan = await current.OfAsync(request);
        return await posts.DoAsync<UnitAnswerForm>(request, client, async ask =>
        {
            await acts.AnswerAsync(plan.Id, reportId, ask);
            return PageAnswers.GoTo(request.Keep(PeriodicReportPaths.Of(reportId)), "answer-sent");
        }, (state, status) => ShowAsync(request, reportId, plan.FindUnit(state.Value("unitId") ?? "")?.Id, state, status));
    }

    private async Task<IResult> ShowAsync(HttpRequest request, ReportId reportId, string? unitId, FormState state, int status)
    {
        Plan plan = await current.OfAsync(request);
        AnswerSheet sheet = await acts.SheetAsync(plan.Id, reportId, unitId, request.Caller(), request.HttpContext.RequestAborted);
        return answers.Page<AnswerPage, AnswerView>(
            request, new AnswerView(plan, sheet.Report, sheet.UnitId, sheet.Logged, sheet.History, sheet.ClassesWithoutReport), state, status);
    }
}
