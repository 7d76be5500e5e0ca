using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Telling;

/// <summary>Who of a class was told and who is to be rung.</summary>
public sealed class TellingPages(TellingActs acts, PlanActs plans, PageAnswers answers, PagePosts posts)
{
    [Function(nameof(ShowTelling))]
    [ShowsTheRest]
    [Callers(Roles.Organisers)]
    public Task<IResult> ShowTelling(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = TellingRoutes.One)] HttpRequest request, ClassId classId) =>
        PageAsync(request, classId, request.Text(TellingPaths.Notice));

    [Function(nameof(TickTold))]
    [Callers(Roles.Organisers)]
    public Task<IResult> TickTold(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = TellingRoutes.One)] HttpRequest request,
        ClassId classId, [DurableClient] DurableTaskClient client) =>
        posts.DoAsync<TellForm>(request, client, async ask =>
        {
            await acts.MarkAsync(classId, ask);
            return PageAnswers.GoTo(TellingPaths.Of(classId, ask.Form.Notice!), ask.Form.Undo ? "telling-undone" : "telling-marked");
        }, (state, status) => PageAsync(request, classId, state.Value("notice"), state, status));

    private async Task<IResult> PageAsync(
        HttpRequest request, ClassId classId, string? noticeId, FormState? form = null, int status = StatusCodes.Status200OK)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        Caller caller = request.Caller();
        (TrainingClass c, IReadOnlyList<Told> told) = await acts.ReadAsync(classId, caller, cancellation);
        Plan plan = await plans.GetAsync(c.PlanId, cancellation);
        // What is still to be done comes first; else the latest news.
        Told? shown = noticeId is null
            ? told.FirstOrDefault(t => !t.IsSuperseded && t.Notice.Notice.Kind.MustReachPeople() && t.Left.Any()) ?? (told is [var latest, ..] ? latest : null)
            : told.FirstOrDefault(t => t.Notice.Id == noticeId) ?? throw new RecordMissingException("notice");
        ReadyTexts? texts = shown is null ? null : await acts.TextsAsync(plan, c, shown, plan.Office?.Telephone, cancellation);
        return answers.Page<TellingPage, TellingView>(request, new TellingView(plan, c, told, shown, caller.MayTakeAttendance(c), texts), form, status);
    }
}
