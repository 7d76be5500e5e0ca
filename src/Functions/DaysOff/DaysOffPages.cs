using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using NtmServerless.Pages.DaysOff;

namespace NtmServerless.Functions.DaysOff;

/// <summary>The days off: read by every officer, corrected by an administrator.</summary>
public sealed class DaysOffPages(DaysOffActs acts, DaysOffStore store, CurrentPlan current, PageAnswers answers, PagePosts posts)
{
    [Function(nameof(ShowDaysOff))]
    [Callers(Roles.Everyone)]
    public Task<IResult> ShowDaysOff([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = DaysOffRoutes.List)] HttpRequest request) =>
        ShowAsync(request, null, StatusCodes.Status200OK);

    [Function(nameof(PostDayOff))]
    [Callers(Roles.Administrator)]
    public Task<IResult> PostDayOff(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = DaysOffRoutes.List)] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        posts.DoAsync<DayForm>(request, client, async ask =>
        {
            await acts.SetAsync(ask);
            return PageAnswers.GoTo(request.Keep(DaysOffPaths.InYear(ask.Form.Day!.Value.Year)), "day-off-set");
        }, (state, status) => ShowAsync(request, state, status));

    [Function(nameof(PostDaysOffSettings))]
    [Callers(Roles.Administrator)]
    public Task<IResult> PostDaysOffSettings(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = DaysOffRoutes.Settings)] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        posts.DoAsync<DaysOffSettings>(request, client, async ask =>
        {
            await acts.ChooseAsync(ask);
            return PageAnswers.GoTo(request.Keep(DaysOffPaths.List), "days-off-chosen");
        }, (state, status) => ShowAsync(request, state, status));

    private async Task<IResult> ShowAsync(HttpRequest request, FormState? form, int status)
    {
        int year = request.Number(DaysOffPaths.YearParameter) is { } asked && VietnamTime.IsWithinReach(new DateOnly(Math.Clamp(asked, 1, 9999), 1, 1))
            ? asked : (await current.OfAsync(request)).Year;
        return answers.Page<DaysOffPage, DaysOffView>(request, new DaysOffView(year, await store.FindAsync(request.HttpContext.RequestAborted)), form, status);
    }
}
