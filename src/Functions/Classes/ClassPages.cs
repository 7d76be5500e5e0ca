using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Classes;

/// <summary>The page of one class and what can be decided there.</summary>
public sealed class ClassPages(ClassActs acts, ClassReader records, PlanActs plans, PageAnswers answers, PagePosts posts)
{
    [Function(nameof(ShowClass))]
    [Callers(Role.Administrator, Role.LeadUnit, Role.Commune, Role.CultureOffice, Role.Committee)]
    public Task<IResult> ShowClass(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "can-bo/lop/{classId}")] HttpRequest request, string classId) =>
        PageAsync(request, classId);

    [Function(nameof(ExtendOnPage))]
    [Callers(Role.Administrator, Role.LeadUnit, Role.Commune)]
    public Task<IResult> ExtendOnPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "can-bo/lop/{classId}/gia-han")] HttpRequest request,
        string classId, [DurableClient] DurableTaskClient client) =>
        DoAsync<ExtendForm>(request, client, classId, ClassAction.Extend, "class-extended", acts.ExtendAsync);

    [Function(nameof(GoOnOnPage))]
    [Callers(Role.Administrator, Role.LeadUnit, Role.Commune)]
    public Task<IResult> GoOnOnPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "can-bo/lop/{classId}/mo-tiep")] HttpRequest request,
        string classId, [DurableClient] DurableTaskClient client) =>
        DoAsync<NoForm>(request, client, classId, ClassAction.GoOn, "class-goes-on", acts.GoOnAsync);

    [Function(nameof(SetSeatsOnPage))]
    [Callers(Role.Administrator, Role.LeadUnit, Role.Commune)]
    public Task<IResult> SetSeatsOnPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "can-bo/lop/{classId}/so-cho")] HttpRequest request,
        string classId, [DurableClient] DurableTaskClient client) =>
        DoAsync<CapacityForm>(request, client, classId, ClassAction.SetSeats, "class-seats", acts.SetCapacityAsync);

    [Function(nameof(PostponeOnPage))]
    [Callers(Role.Administrator, Role.LeadUnit, Role.Commune)]
    public Task<IResult> PostponeOnPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "can-bo/lop/{classId}/hoan")] HttpRequest request,
        string classId, [DurableClient] DurableTaskClient client) =>
        DoAsync<ReasonForm>(request, client, classId, ClassAction.Postpone, "class-postponed", acts.PostponeAsync);

    [Function(nameof(CancelOnPage))]
    [Callers(Role.Administrator, Role.LeadUnit, Role.Commune)]
    public Task<IResult> CancelOnPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "can-bo/lop/{classId}/huy")] HttpRequest request,
        string classId, [DurableClient] DurableTaskClient client) =>
        DoAsync<ReasonForm>(request, client, classId, ClassAction.Cancel, "class-cancelled", acts.CancelAsync);

    private Task<IResult> DoAsync<T>(
        HttpRequest request, DurableTaskClient client, string classId, ClassAction action, string done, Func<string, Ask<T>, Task<TrainingClass>> act) =>
        posts.DoAsync<T>(request, client, async ask =>
        {
            await act(classId, ask);
            return PageAnswers.GoTo($"/can-bo/lop/{Ids.Checked(classId, "class")}", done);
        }, (state, status) => PageAsync(request, classId, action, state, status));

    private async Task<IResult> PageAsync(
        HttpRequest request, string classId, ClassAction? asked = null, FormState? form = null, int status = StatusCodes.Status200OK)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        Caller caller = request.Caller();
        TrainingClass c = await records.GetAsync(classId, cancellation);
        SentNotice[]? notices = caller.MayTakeAttendance(c)
            ? [.. (await records.NoticesAsync(c.Id, cancellation)).Reverse().Select(n => new SentNotice(n.Notice, n.At))] : null;
        ClassChange[]? audit = caller.IsAdministrator
            ? [.. (await records.AuditAsync(c.Id, cancellation)).Reverse().Select(e => new ClassChange(e.At, e.By, e.What, e.Count))] : null;
        Plan plan = await plans.GetAsync(c.PlanId, cancellation);
        return answers.Page<ClassPage, ClassView>(request, new ClassView(plan, c, notices, audit, asked), form, status);
    }
}
