using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Post;

/// <summary>What left the house, and where messages to a unit go.</summary>
public sealed class MessagePages(
    PostActs acts, PostSubjects subjects, PostChannels channels, CurrentPlan current, PageAnswers answers, PagePosts posts)
{
    [Function(nameof(ShowMessages))]
    [ShowsTheRest]
    [Callers(Roles.Administrator)]
    public Task<IResult> ShowMessages([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PostRoutes.Messages)] HttpRequest request) =>
        MessagesAsync(request, FormState.Fresh(), StatusCodes.Status200OK);

    [Function(nameof(PostMessageAgain))]
    [Callers(Roles.Administrator)]
    public async Task<IResult> PostMessageAgain(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PostRoutes.SendAgain)] HttpRequest request,
        string messageId, [DurableClient] DurableTaskClient client)
    {
        Plan plan = await current.OfAsync(request);
        return await posts.DoAsync<NoForm>(request, client, async ask =>
        {
            await acts.SendAgainAsync(plan.Id, messageId, ask);
            return PageAnswers.GoTo(request.Keep(PostPaths.Messages), "message-again");
        }, (state, status) => MessagesAsync(request, state, status));
    }

    [Function(nameof(ShowUnitContacts))]
    [Callers(Roles.Everyone)]
    public async Task<IResult> ShowUnitContacts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PostRoutes.Contacts)] HttpRequest request, string unitId)
    {
        Plan plan = await current.OfAsync(request);
        UnitContacts kept = await acts.ContactsAsync(plan.Id, unitId, request.Caller(), request.HttpContext.RequestAborted);
        return Form(request, plan, unitId, FormState.With(("emails", string.Join('\n', kept.Emails)), ("phones", string.Join('\n', kept.Phones))), StatusCodes.Status200OK);
    }

    [Function(nameof(PostUnitContacts))]
    [Callers(Roles.Everyone)]
    public async Task<IResult> PostUnitContacts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PostRoutes.Contacts)] HttpRequest request,
        string unitId, [DurableClient] DurableTaskClient client)
    {
        Plan plan = await current.OfAsync(request);
        return await posts.DoAsync<ContactsForm>(request, client, async ask =>
        {
            await acts.SetContactsAsync(plan.Id, unitId, ask);
            return PageAnswers.GoTo(request.Keep(UnitPaths.Of(unitId)), "contacts-saved");
        }, (state, status) => Task.FromResult(Form(request, plan, unitId, state, status)));
    }

    private IResult Form(HttpRequest request, Plan plan, string unitId, FormState state, int status)
    {
        Unit unit = plan.FindUnit(unitId) ?? throw new RecordMissingException("unit");
        return answers.Page<ContactsPage, ContactsView>(request, new ContactsView(plan, unit), state, status);
    }

    private async Task<IResult> MessagesAsync(HttpRequest request, FormState state, int status)
    {
        Plan plan = await current.OfAsync(request);
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        MessageState? wanted = request.Choice<MessageState>("tinh-trang");
        MessageChannel? channel = request.Choice<MessageChannel>("kenh");
        IReadOnlyList<OutgoingMessage> all = await acts.MessagesAsync(plan.Id, wanted, cancellation);
        OutgoingMessage[] shown = [.. all.Where(m => channel is null || m.Channel == channel)];
        SubjectWords words = await subjects.OfAsync(plan, [.. shown.Select(m => m.About).Distinct()], cancellation);
        return answers.Page<MessagesPage, MessagesView>(request, new MessagesView(
            plan, wanted, channel,
            request.SliceOf<MessageLine>(
                [.. shown.Select(m => new MessageLine(m, words.Of(m.About, m.Kind, m.PostedAt, null), PostPaths.Of(m.About, m.Kind)))], PostPaths.Messages),
            !channels.Any, all.Count == PostStore.Most ? PostStore.Most : null), state, status);
    }
}
