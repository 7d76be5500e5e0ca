using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Registrations;

/// <summary>The people of a class: on the screen, on paper, in a file; more seats for those who wait. Each look is in the audit trail.</summary>
public sealed class RosterPages(
    RegistrationActs registrations, ClassActs classes, PlanActs plans, PageAnswers answers, PagePosts posts, PersonSearchWords words, VietnameseTexts texts)
{
    [Function(nameof(ShowRoster))]
    [ShowsTheRest]
    [Callers(Roles.Organisers)]
    public Task<IResult> ShowRoster(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = RosterRoutes.One)] HttpRequest request, ClassId classId) =>
        PageAsync(request, classId);

    [Function(nameof(PrintRoster))]
    [Callers(Roles.Organisers)]
    public async Task<IResult> PrintRoster(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = RosterRoutes.Print)] HttpRequest request, ClassId classId) =>
        answers.Page<RosterPrintPage, RosterView>(request, await ViewAsync(request, classId, "roster-printed"));

    [Function(nameof(PrintSlips))]
    [Callers(Roles.Organisers)]
    public async Task<IResult> PrintSlips(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = RosterRoutes.Slips)] HttpRequest request, ClassId classId)
    {
        RosterView view = await ViewAsync(request, classId, "roster-printed");
        return answers.Page<RosterSlipsPage, PersonSlipsView>(request, new PersonSlipsView(new ClassOfPlan(view.Plan, view.Class), RosterSlipsPage.Of(view.Seen)));
    }

    [Function(nameof(ExportRoster))]
    [Callers(Roles.Organisers)]
    public async Task<IResult> ExportRoster(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = RosterRoutes.Export)] HttpRequest request, ClassId classId)
    {
        RosterView view = await ViewAsync(request, classId, "roster-exported");
        byte[] file = RosterSheet.Write(view.Plan, view.Found, phones: request.Caller().MayRun(view.Class), texts);
        return Results.File(file, TableFile.MediaType, $"danh-sach-{view.Class.Id}.xlsx");
    }

    [Function(nameof(AddSeatsOnPage))]
    [Callers(Roles.Organisers)]
    public Task<IResult> AddSeatsOnPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RosterRoutes.AddSeats)] HttpRequest request,
        ClassId classId, [DurableClient] DurableTaskClient client) =>
        posts.DoAsync<CapacityForm>(request, client, async ask =>
        {
            TrainingClass c = await classes.SetCapacityAsync(classId, ask);
            return PageAnswers.GoTo(RosterPaths.Of(c.Id), "class-seats");
        }, (state, status) => PageAsync(request, classId, state, status));

    private async Task<IResult> PageAsync(HttpRequest request, ClassId classId, FormState? form = null, int status = StatusCodes.Status200OK) =>
        answers.Page<RosterPage, RosterView>(request, await ViewAsync(request, classId, "roster-read"), form, status);

    private async Task<RosterView> ViewAsync(HttpRequest request, ClassId classId, string look)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        Caller caller = request.Caller();
        (TrainingClass c, IReadOnlyList<Registration> seen) = await registrations.RosterAsync(classId, caller, cancellation, look);
        RosterFilter filter = new(
            words.Of(request), request.Text(RosterFilter.OfUnit),
            request.Choice<RegistrationStatus>(RosterFilter.OfStatus), request.Choice<Audience>(RosterFilter.OfAudience));
        IReadOnlyList<Registration> found = filter.Of(seen);
        return new RosterView(
            await plans.GetAsync(c.PlanId, cancellation), c, seen, found, caller.MayTakeAttendance(c), request.SliceOf(found, RosterPaths.Of(c.Id)),
            RosterPaths.Export(c.Id) + request.Filters(), words.Typed(request));
    }
}
