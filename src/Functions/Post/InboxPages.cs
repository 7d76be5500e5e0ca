using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Post;

/// <summary>The inbox of the officer's unit.</summary>
public sealed class InboxPages(PostActs acts, PostSubjects subjects, CurrentPlan current, PageAnswers answers, PagePosts posts)
{
    [Function(nameof(ShowInbox))]
    [ShowsTheRest]
    [Callers(Roles.Everyone)]
    public Task<IResult> ShowInbox([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PostRoutes.Inbox)] HttpRequest request) =>
        InboxAsync(request, FormState.Fresh(), StatusCodes.Status200OK);

    [Function(nameof(PostInboxRead))]
    [Callers(Roles.Everyone)]
    public async Task<IResult> PostInboxRead(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PostRoutes.Inbox)] HttpRequest request, [DurableClient] DurableTaskClient client)
    {
        Plan plan = await current.OfAsync(request);
        return await posts.DoAsync<ReadForm>(request, client, async ask =>
        {
            await acts.ReadAsync(plan.Id, ask);
            return PageAnswers.GoTo(request.Keep(PostPaths.Inbox), "inbox-read");
        }, (state, status) => InboxAsync(request, state, status));
    }

    /// <summary>Marks one entry read and goes on to what it is about.</summary>
    [Function(nameof(PostInboxOpen))]
    [Callers(Roles.Everyone)]
    public async Task<IResult> PostInboxOpen(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PostRoutes.OpenEntry)] HttpRequest request,
        string entryId, [DurableClient] DurableTaskClient client)
    {
        Plan plan = await current.OfAsync(request);
        return await posts.DoAsync<ReadForm>(request, client, async ask =>
        {
            InboxEntry entry = (await acts.ReadAsync(plan.Id, ask with { Form = new ReadForm([entryId], null) }))[0];
            return PageAnswers.GoTo(request.Keep(PostPaths.Of(entry.About, entry.Kind)));
        }, (state, status) => InboxAsync(request, state, status));
    }

    private async Task<IResult> InboxAsync(HttpRequest request, FormState state, int status)
    {
        Plan plan = await current.OfAsync(request);
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        Caller caller = request.Caller();
        IReadOnlyList<InboxEntry> all = await acts.InboxAsync(plan.Id, caller, cancellation);
        bool onlyUnread = request.Text("chua-doc") is not null;
        string? classId = request.Text(InboxView.OfClass);
        SubjectWords words = await subjects.OfAsync(plan, [.. all.Select(e => e.About).Distinct()], cancellation);
        InboxEntry[] shown =
        [
            .. InboxEntry.InOrder(all.Where(e => !onlyUnread || e.ReadAt is null)
                .Where(e => classId is null || e.About is { Kind: PostSubjectKind.Class } about && about.Id == classId)),
        ];
        return answers.Page<InboxPage, InboxView>(request, new InboxView(
            plan, plan.FindUnit(caller.UnitId)?.Name ?? caller.UnitId,
            request.SliceOf<InboxLine>([.. shown.Select(e => new InboxLine(
                e, words.Of(e.About, e.Kind, e.At, e.Day), PostPaths.Of(e.About, e.Kind),
                NoticeSenders.Of(e.Kind, words.LeadOf(e.About), plan)))], PostPaths.Inbox),
            all.Count, all.Count(e => e.ReadAt is null), onlyUnread, classId, words.Classes), state, status);
    }
}
