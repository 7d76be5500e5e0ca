using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.PeriodicReports;

/// <summary>The page "Khép năm". Its functions' names sort before those of one report, whose address would match as well.</summary>
public sealed class YearEndPages(YearEndActs acts, CurrentPlan current, PageAnswers answers, PagePosts posts)
{
    [Function(nameof(OpenYearEnd))]
    [ShowsTheRest]
    [Callers(Roles.Overseers)]
    public Task<IResult> OpenYearEnd([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PeriodicReportRoutes.YearEnd)] HttpRequest request) =>
        ShowAsync(request, FormState.Fresh(), StatusCodes.Status200OK);

    [Function(nameof(PostYearEndAside))]
    [Callers(Roles.Overseers)]
    public Task<IResult> PostYearEndAside(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PeriodicReportRoutes.YearEndAside)] HttpRequest request,
            [DurableClient] DurableTaskClient client) =>
        DoAsync<YearEndAsideForm>(request, client, "year-end-kept", (plan, ask) => acts.SetAsideAsync(plan.Id, ask));

    [Function(nameof(PostYearEndChoice))]
    [Callers(Roles.Overseers)]
    public Task<IResult> PostYearEndChoice(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PeriodicReportRoutes.YearEndChoice)] HttpRequest request,
            [DurableClient] DurableTaskClient client) =>
        DoAsync<AfterYearEndForm>(request, client, "year-end-kept", (plan, ask) => acts.ChooseAsync(plan.Id, ask));

    [Function(nameof(PostYearEndClosing))]
    [Callers(Roles.Overseers)]
    public Task<IResult> PostYearEndClosing(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PeriodicReportRoutes.YearEndClose)] HttpRequest request,
            [DurableClient] DurableTaskClient client) =>
        DoAsync<NoForm>(request, client, "year-closed", (plan, ask) => acts.CloseAsync(plan.Id, ask));

    [Function(nameof(PostYearEndOpening))]
    [Callers(Roles.Overseers)]
    public Task<IResult> PostYearEndOpening(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PeriodicReportRoutes.YearEndOpen)] HttpRequest request,
            [DurableClient] DurableTaskClient client) =>
        DoAsync<NoForm>(request, client, "year-opened", (plan, ask) => acts.OpenAsync(plan.Id, ask));

    private async Task<IResult> DoAsync<TForm>(HttpRequest request, DurableTaskClient client, string done, Func<Plan, Ask<TForm>, Task> act)
    {
        Plan plan = await current.OfAsync(request);
        return await posts.DoAsync<TForm>(request, client, async ask =>
        {
            await act(plan, ask);
            return PageAnswers.GoTo(request.Keep(PeriodicReportPaths.YearEnd), done);
        }, (state, status) => ShowAsync(request, state, status));
    }

    private async Task<IResult> ShowAsync(HttpRequest request, FormState state, int status)
    {
        Plan plan = await current.OfAsync(request);
        return answers.Page<YearEndPage, YearEndView>(request, await acts.ViewAsync(plan, request.Caller(), request.HttpContext.RequestAborted), state, status);
    }
}
