using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Communication;

/// <summary>The log of communication work, as officers read and write it.</summary>
public sealed class CommunicationPages(
    CommunicationActs acts, CommunicationStore log, CurrentPlan current, YearStandings years, PageAnswers answers, PagePosts posts, VietnameseTexts texts,
    TimeProvider time)
{
    [Function(nameof(ShowCommunication))]
    [ShowsTheRest]
    [Callers(Roles.Everyone)]
    public async Task<IResult> ShowCommunication([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = CommunicationRoutes.List)] HttpRequest request)
    {
        (Plan plan, CommunicationFilter filter, CommunicationActivity[] found) = await FoundAsync(request);
        return answers.Page<CommunicationPage, CommunicationView>(request, new CommunicationView(
            plan, filter, request.SliceOf(found), CommunicationView.SumOf(found), request.Caller().Role != Role.Committee));
    }

    [Function(nameof(ExportCommunication))]
    [Callers(Roles.Everyone)]
    public async Task<IResult> ExportCommunication([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = CommunicationRoutes.Export)] HttpRequest request)
    {
        (Plan plan, _, CommunicationActivity[] found) = await FoundAsync(request);
        string[] columns =
        [
            texts["communication.col-date"], texts["communication.col-unit"], texts["communication.col-channel"], texts["communication.col-subject"],
            texts["communication.col-count"], texts["communication.col-note"], texts["communication.col-state"],
        ];
        return ListAsk.File("truyen-thong", texts["communication.title"], columns, found.Select(a => new object?[]
        {
            a.Date.ToDateTime(TimeOnly.MinValue), plan.FindUnit(a.UnitId)?.Name ?? a.UnitId, texts.Word(a.Channel), a.Subject, a.Count, a.Note,
            a.StruckOut is null ? texts["communication.counts"] : texts["communication.struck-out"],
        }));
    }

    [Function(nameof(ShowActivityForm))]
    [Callers(Roles.Units)]
    public Task<IResult> ShowActivityForm([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = CommunicationRoutes.Log)] HttpRequest request) =>
        FormAsync(request, FormState.Fresh(), StatusCodes.Status200OK);

    [Function(nameof(PostActivityForm))]
    [Callers(Roles.Units)]
    public async Task<IResult> PostActivityForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = CommunicationRoutes.Log)] HttpRequest request, [DurableClient] DurableTaskClient client)
    {
        Plan plan = await current.OfAsync(request);
        return await posts.DoAsync<ActivityForm>(request, client, async ask =>
        {
            CommunicationActivity logged = await acts.LogAsync(plan.Id, ask);
            return PageAnswers.GoTo(request.Keep(CommunicationPaths.List),
                CountedDone.OfActivity(WhereCounted.Of(plan, logged.Date, VietnamTime.DateOf(time.GetUtcNow()))));
        }, (state, status) => FormAsync(request, state, status));
    }

    [Function(nameof(ShowStrikeOut))]
    [Callers(Roles.Units)]
    public Task<IResult> ShowStrikeOut(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = CommunicationRoutes.StrikeOut)] HttpRequest request, string date, string activityId) =>
        StrikeAsync(request, date, activityId, FormState.Fresh(), StatusCodes.Status200OK);

    [Function(nameof(PostStrikeOut))]
    [Callers(Roles.Units)]
    public async Task<IResult> PostStrikeOut(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = CommunicationRoutes.StrikeOut)] HttpRequest request,
        string date, string activityId, [DurableClient] DurableTaskClient client)
    {
        Plan plan = await current.OfAsync(request);
        return await posts.DoAsync<ReasonForm>(request, client, async ask =>
        {
            await acts.StrikeOutAsync(plan.Id, Ids.Day(date, "activity"), activityId, ask);
            return PageAnswers.GoTo(request.Keep(CommunicationPaths.List), "activity-struck-out");
        }, (state, status) => StrikeAsync(request, date, activityId, state, status));
    }

    private async Task<(Plan Plan, CommunicationFilter Filter, CommunicationActivity[] Found)> FoundAsync(HttpRequest request)
    {
        Plan plan = await current.OfAsync(request);
        ReportingPeriod standard = CommunicationFilter.DefaultPeriod(plan, VietnamTime.DateOf(time.GetUtcNow()));
        ReportingPeriod? asked = CommunicationFilter.Periods(plan).FirstOrDefault(p => p.Id == request.Text("ky"));
        ReportingPeriod? period = request.Day("tu") is null && request.Day("den") is null ? asked ?? standard : asked;
        DateOnly from = period?.From ?? request.Day("tu") ?? ReportingPeriods.Of(plan).YearOf(plan.Year).From;
        DateOnly to = period?.To ?? request.Day("den") ?? standard.To;
        CommunicationFilter filter = new(
            period, from, to, request.Text("don-vi"), request.Choice<CommunicationChannel>("kenh"), request.Text("tim"));
        IReadOnlyList<CommunicationActivity> all = from <= to && to < DateOnly.MaxValue
            ? await log.ActivitiesAsync(plan.Id, from, to, request.HttpContext.RequestAborted)
            : [];
        return (plan, filter, [.. all.Where(a => filter.Matches(a, plan)).OrderByDescending(a => a.Date).ThenByDescending(a => a.LoggedAt)]);
    }

    private async Task<IResult> FormAsync(HttpRequest request, FormState state, int status)
    {
        Plan plan = await current.OfAsync(request);
        Caller caller = request.Caller();
        return answers.Page<ActivityPage, ActivityEntry>(request, new ActivityEntry(
            plan, [.. plan.Units.Where(u => caller.MayLogFor(u.Id))], caller.UnitId, VietnamTime.DateOf(time.GetUtcNow()),
            await years.OfAsync(plan, request.HttpContext.RequestAborted)), state, status);
    }

    private async Task<IResult> StrikeAsync(HttpRequest request, string date, string activityId, FormState state, int status)
    {
        Plan plan = await current.OfAsync(request);
        CommunicationActivity activity = await log.GetAsync(plan.Id, Ids.Day(date, "activity"), activityId, request.HttpContext.RequestAborted);
        if (!request.Caller().MayLogFor(activity.UnitId)) throw new ForbiddenException();
        return answers.Page<StrikeOutPage, ActivityToStrike>(request, new ActivityToStrike(plan, activity), state, status);
    }
}
