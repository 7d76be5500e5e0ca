using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Tours;

/// <summary>The study tours of the plan: list, one tour, and the acts on it.</summary>
public sealed class TourPages(TourActs acts, TourStore tours, CurrentPlan current, YearStandings years, PageAnswers answers, PagePosts posts,
    VietnameseTexts texts)
{
    [Function(nameof(ShowTours))]
    [ShowsTheRest]
    [Callers(Roles.Everyone)]
    public async Task<IResult> ShowTours([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = TourRoutes.List)] HttpRequest request)
    {
        Plan plan = await current.OfAsync(request);
        IReadOnlyList<StudyTour> all = await tours.OfPlanAsync(plan.Id, request.HttpContext.RequestAborted);
        PlannedStudyTour[] unplanned = [.. plan.StudyTours.Where(p => !all.Any(t => t.PlannedTourId == p.Id && t.Stage != TourStage.Cancelled))];
        return answers.Page<ToursPage, ToursView>(request, new ToursView(
            plan, request.Choice<TourStage>("tinh-trang"), request.Text("tim"), request.SliceOf(Filtered(request, plan, all)), unplanned,
            request.Caller().Role is Role.Administrator or Role.LeadUnit or Role.Commune));
    }

    [Function(nameof(ExportTours))]
    [Callers(Roles.Everyone)]
    public async Task<IResult> ExportTours([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = TourRoutes.Export)] HttpRequest request)
    {
        Plan plan = await current.OfAsync(request);
        StudyTour[] found = Filtered(request, plan, await tours.OfPlanAsync(plan.Id, request.HttpContext.RequestAborted));
        string[] columns =
        [
            texts["tour.destination"], texts["tour.stage"], texts["tour.lead"], texts["tour.departs"], texts["tour.returns"], texts["tour.members"],
            texts["tour.travelled"],
        ];
        return ListAsk.File("tham-quan", texts["tour.title"], columns, found.Select(t => new object?[]
        {
            t.Destination, texts.Word(t.Stage), plan.FindUnit(t.LeadUnitId)?.Name ?? t.LeadUnitId, t.DepartsOn?.ToDateTime(TimeOnly.MinValue),
            t.ReturnsOn?.ToDateTime(TimeOnly.MinValue), t.Members, t.Travelled,
        }));
    }

    [Function(nameof(AskNewTour))]
    [Callers(Roles.Organisers)]
    public Task<IResult> AskNewTour([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = TourRoutes.New)] HttpRequest request) =>
        NewAsync(request, FormState.Fresh(), StatusCodes.Status200OK);

    [Function(nameof(PostNewTour))]
    [Callers(Roles.Organisers)]
    public async Task<IResult> PostNewTour(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = TourRoutes.New)] HttpRequest request, [DurableClient] DurableTaskClient client)
    {
        Plan plan = await current.OfAsync(request);
        return await posts.DoAsync<TourPlanForm>(request, client, async ask =>
        {
            StudyTour made = await acts.PlanAsync(plan.Id, ask);
            return PageAnswers.GoTo(request.Keep(TourPaths.Of(made.Id)), "tour-planned");
        }, (state, status) => NewAsync(request, state, status));
    }

    [Function(nameof(ShowTour))]
    [ShowsTheRest]
    [Callers(Roles.Everyone)]
    public async Task<IResult> ShowTour([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = TourRoutes.One)] HttpRequest request, TourId tourId)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        Plan plan = await current.OfAsync(request);
        StudyTour tour = await tours.GetAsync(plan.Id, tourId, cancellation);
        IReadOnlyList<StoredNotice> notices = await tours.NoticesAsync(plan.Id, tour.Id, cancellation);
        Caller caller = request.Caller();
        return answers.Page<TourPage, TourView>(request, new TourView(
            plan, tour, [.. notices.Select(n => new TourEvent(n.At, n.Notice.Kind, n.Notice.Detail, n.Notice.Off))],
            caller.MayRun(tour), caller.Role != Role.Committee));
    }

    [Function(nameof(ShowTourAct))]
    [Callers(Roles.Organisers)]
    public Task<IResult> ShowTourAct(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = TourRoutes.Act)] HttpRequest request, TourId tourId, string act) =>
        ActAsync(request, tourId, Read(act), FormState.Fresh(), StatusCodes.Status200OK);

    [Function(nameof(PostTourAct))]
    [Callers(Roles.Organisers)]
    public async Task<IResult> PostTourAct(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = TourRoutes.Act)] HttpRequest request,
        TourId tourId, string act, [DurableClient] DurableTaskClient client)
    {
        PlanId planId = (await current.OfAsync(request)).Id;
        TourAct asked = Read(act);
        return asked switch
        {
            TourAct.Announce => await DoAsync<TourForm>(ask => acts.AnnounceAsync(planId, tourId, ask)),
            TourAct.Postpone => await DoAsync<ReasonForm>(ask => acts.PostponeAsync(planId, tourId, ask)),
            TourAct.Cancel => await DoAsync<ReasonForm>(ask => acts.CancelAsync(planId, tourId, ask)),
            TourAct.TransferLead => await DoAsync<TransferLeadForm>(ask => acts.TransferLeadAsync(planId, tourId, ask)),
            _ => await DoAsync<TourReportForm>(ask => acts.ReportAsync(planId, tourId, ask)),
        };

        Task<IResult> DoAsync<T>(Func<Ask<T>, Task<StudyTour>> decide) => posts.DoAsync<T>(request, client, async ask =>
        {
            StudyTour tour = await decide(ask);
            return PageAnswers.GoTo(request.Keep(TourPaths.Of(tour.Id)), Done(asked));
        }, (state, status) => ActAsync(request, tourId, asked, state, status));
    }

    private static string Done(TourAct act) => act switch
    {
        TourAct.Announce => "tour-announce",
        TourAct.Postpone => "tour-postpone",
        TourAct.Cancel => "tour-cancel",
        TourAct.TransferLead => "tour-transfer-lead",
        _ => "tour-report",
    };

    private static TourAct Read(string act) => TourPaths.Read(act) ?? throw new RecordMissingException("page");

    private static StudyTour[] Filtered(HttpRequest request, Plan plan, IReadOnlyList<StudyTour> all)
    {
        TourStage? stage = request.Choice<TourStage>("tinh-trang");
        string? words = request.Text("tim") is { } text ? Folding.Fold(text) : null;
        return
        [
            .. all.Where(t => stage is null || t.Stage == stage)
                .Where(t => words is null || Folding.Fold($"{t.Destination} {plan.FindUnit(t.LeadUnitId)?.Name}").Contains(words, StringComparison.Ordinal))
                .OrderByDescending(t => t.DepartsOn ?? DateOnly.MaxValue).ThenBy(t => t.Id, StringComparer.Ordinal),
        ];
    }

    private async Task<IResult> NewAsync(HttpRequest request, FormState state, int status)
    {
        Plan plan = await current.OfAsync(request);
        Caller caller = request.Caller();
        return answers.Page<NewTourPage, TourEntry>(
            request, new TourEntry(plan, request.Text("doan"), [.. plan.Units.Where(u => caller.MayPlanFor(u.Id))],
                await years.OfAsync(plan, request.HttpContext.RequestAborted)), state, status);
    }

    private async Task<IResult> ActAsync(HttpRequest request, TourId tourId, TourAct act, FormState state, int status)
    {
        Plan plan = await current.OfAsync(request);
        StudyTour tour = await tours.GetAsync(plan.Id, tourId, request.HttpContext.RequestAborted);
        if (!request.Caller().MayRun(tour) || act == TourAct.TransferLead && !request.Caller().MayTransferLead(plan, tour)) throw new ForbiddenException();
        return answers.Page<TourActPage, TourActView>(request, new TourActView(plan, tour, act), state, status);
    }
}
