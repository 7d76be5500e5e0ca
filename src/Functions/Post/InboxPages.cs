using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Post;

/// <summary>The inbox of the officer's unit.</summary>
public sealed class InboxPages(PostActs acts, PostSubjects subjects, CurrentPlan current, PageAnswers answers, PagePosts posts)
{
    private const string Inbox = "can-bo/hop-thu";

    [Function(nameof(ShowInbox))]
    [Callers(Role.Administrator, Role.LeadUnit, Role.Commune, Role.CultureOffice, Role.Committee)]
    public Task<IResult> ShowInbox([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Inbox)] HttpRequest request) =>
        InboxAsync(request, FormState.Fresh(), StatusCodes.Status200OK);

    [Function(nameof(PostInboxRead))]
    [Callers(Role.Administrator, Role.LeadUnit, Role.Commune, Role.CultureOffice, Role.Committee)]
    public async Task<IResult> PostInboxRead(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Inbox)] HttpRequest request, [DurableClient] DurableTaskClient client)
    {
        Plan plan = await current.OfAsync(request);
        return await posts.DoAsync<ReadForm>(request, client, async ask =>
        {
            await acts.ReadAsync(plan.Id, ask);
            return PageAnswers.GoTo(request.Keep("/" + Inbox), "inbox-read");
        }, (state, status) => InboxAsync(request, state, status));
    }

    /// <summary>Marks one entry read and goes on to what it is about.</summary>
    [Function(nameof(PostInboxOpen))]
    [Callers(Role.Administrator, Role.LeadUnit, Role.Commune, Role.CultureOffice, Role.Committee)]
    public async Task<IResult> PostInboxOpen(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Inbox + "/mo/{entryId}")] HttpRequest request,
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
        InboxEntry[] shown = [.. all.Where(e => !onlyUnread || e.ReadAt is null).OrderBy(e => e.ReadAt is not null).ThenByDescending(e => e.At)];
        Func<PostSubject, NoticeKind, string> words = await subjects.OfAsync(plan, [.. shown.Select(e => e.About).Distinct()], cancellation);
        return answers.Page<InboxPage, InboxView>(request, new InboxView(
            plan, plan.FindUnit(caller.UnitId)?.Name ?? caller.UnitId,
            request.SliceOf<InboxLine>([.. shown.Select(e => new InboxLine(e, words(e.About, e.Kind), PostPaths.Of(e.About, e.Kind)))], "/" + Inbox),
            all.Count(e => e.ReadAt is null), onlyUnread), state, status);
    }
}
