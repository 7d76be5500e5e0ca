using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Classes;

/// <summary>The announcement of a class: read, tried, made, made again with new dates.</summary>
public sealed class AnnouncePages(
    ClassActs acts, ClassReader records, PlanActs plans, DaysOffStore days, PageAnswers answers, PagePosts posts, VietnameseTexts texts, TimeProvider time)
{
    private const string Sessions = "sessions";

    [Function(nameof(ShowAnnouncement))]
    [Callers(Roles.Everyone)]
    public async Task<IResult> ShowAnnouncement(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ClassRoutes.Announcement)] HttpRequest request, ClassId classId)
    {
        AnnounceView view = await ViewAsync(request, classId);
        return answers.Page<AnnouncePage, AnnounceView>(request, view, view.Proposal(
            time.GetUtcNow(), texts, await days.CalendarAsync(request.HttpContext.RequestAborted)));
    }

    [Function(nameof(AnnounceOnPage))]
    [Callers(Roles.Organisers)]
    public Task<IResult> AnnounceOnPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ClassRoutes.Announcement)] HttpRequest request,
        ClassId classId, [DurableClient] DurableTaskClient client) =>
        posts.DoAsync<AnnounceForm>(request, client, async ask =>
        {
            TrainingClass c = await records.GetAsync(classId, ask.Cancellation);
            // A repeat finds the class past that stage; the ledger then gives the first answer again.
            bool again = c.Stage == ClassStage.Postponed || c.TimesPostponed > 0;
            await (again ? acts.RescheduleAsync(classId, ask) : acts.AnnounceAsync(classId, ask));
            return PageAnswers.GoTo(ClassPaths.Of(c.Id), again ? "class-rescheduled" : "class-announced");
        }, (state, status) => AgainAsync(request, classId, state, status));

    /// <summary>The announcement as it would read; nothing is changed.</summary>
    [Function(nameof(PreviewAnnouncement))]
    [Callers(Roles.Organisers)]
    public Task<IResult> PreviewAnnouncement(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ClassRoutes.Preview)] HttpRequest request, ClassId classId) =>
        posts.TakeAsync<AnnounceForm>(request, async form =>
        {
            AnnounceView view = await ViewAsync(request, classId);
            TrainingClass tried = await acts.TryDatesAsync(view.Class, form, request.Caller(), request.HttpContext.RequestAborted);
            return answers.Page<AnnouncePage, AnnounceView>(
                request, view with { Announced = tried, IsDraft = true }, (await PagePosts.TypedAsync(request)).Closed(Sessions));
        }, (state, status) => AgainAsync(request, classId, state, status));

    private async Task<IResult> AgainAsync(HttpRequest request, ClassId classId, FormState state, int status) =>
        answers.Page<AnnouncePage, AnnounceView>(request, await ViewAsync(request, classId), state.Closed(Sessions), status);

    private async Task<AnnounceView> ViewAsync(HttpRequest request, ClassId classId)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        TrainingClass c = await records.GetAsync(classId, cancellation);
        bool mayWrite = request.Caller().MayRun(c) && ClassDecisions.TakesDates(c);
        return new AnnounceView(await plans.GetAsync(c.PlanId, cancellation), c, c.Announcement is null ? null : c, false, mayWrite);
    }
}
