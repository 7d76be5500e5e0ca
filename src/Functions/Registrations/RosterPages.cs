using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Registrations;

/// <summary>The people of a class: on the screen, on paper, in a file; more seats for those who wait. Each look is in the audit trail.</summary>
public sealed class RosterPages(
    RegistrationActs registrations, ClassActs classes, PlanActs plans, PageAnswers answers, PagePosts posts, PersonSearchWords words, VietnameseTexts texts)
{
    [Function(nameof(ShowRoster))]
    [Callers(Role.Administrator, Role.LeadUnit, Role.Commune)]
    public Task<IResult> ShowRoster(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "can-bo/lop/{classId}/danh-sach")] HttpRequest request, string classId) =>
        PageAsync(request, classId);

    [Function(nameof(PrintRoster))]
    [Callers(Role.Administrator, Role.LeadUnit, Role.Commune)]
    public async Task<IResult> PrintRoster(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "can-bo/lop/{classId}/danh-sach/in")] HttpRequest request, string classId) =>
        answers.Page<RosterPrintPage, RosterView>(request, await ViewAsync(request, classId, "roster-printed"));

    [Function(nameof(ExportRoster))]
    [Callers(Role.Administrator, Role.LeadUnit, Role.Commune)]
    public async Task<IResult> ExportRoster(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "can-bo/lop/{classId}/danh-sach.xlsx")] HttpRequest request, string classId)
    {
        RosterView view = await ViewAsync(request, classId, "roster-exported");
        byte[] file = ClassFiles.Roster(view.Plan, view.Found, phones: request.Caller().MayRun(view.Class), texts);
        return Results.File(file, TableFile.MediaType, $"danh-sach-{view.Class.Id}.xlsx");
    }

    [Function(nameof(AddSeatsOnPage))]
    [Callers(Role.Administrator, Role.LeadUnit, Role.Commune)]
    public Task<IResult> AddSeatsOnPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "can-bo/lop/{classId}/danh-sach/them-cho")] HttpRequest request,
        string classId, [DurableClient] DurableTaskClient client) =>
        posts.DoAsync<CapacityForm>(request, client, async ask =>
        {
            TrainingClass c = await classes.SetCapacityAsync(classId, ask);
            return PageAnswers.GoTo($"/can-bo/lop/{c.Id}/danh-sach", "class-seats");
        }, (state, status) => PageAsync(request, classId, state, status));

    private async Task<IResult> PageAsync(HttpRequest request, string classId, FormState? form = null, int status = StatusCodes.Status200OK) =>
        answers.Page<RosterPage, RosterView>(request, await ViewAsync(request, classId, "roster-read"), form, status);

    private async Task<RosterView> ViewAsync(HttpRequest request, string classId, string look)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        Caller caller = request.Caller();
        (TrainingClass c, IReadOnlyList<Registration> seen) = await registrations.RosterAsync(classId, caller, cancellation, look);
        RosterFilter filter = new(
            words.Of(request), request.Text(RosterFilter.OfUnit),
            request.Choice<RegistrationStatus>(RosterFilter.OfStatus), request.Choice<Audience>(RosterFilter.OfAudience));
        IReadOnlyList<Registration> found = filter.Of(seen);
        string path = $"/can-bo/lop/{c.Id}/danh-sach";
        return new RosterView(
            await plans.GetAsync(c.PlanId, cancellation), c, seen, found, caller.MayTakeAttendance(c), request.SliceOf(found, path),
            $"{path}.xlsx{request.Filters()}", words.Typed(request));
    }
}
