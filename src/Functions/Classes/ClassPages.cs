using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Classes;

/// <summary>The page of one class and what can be decided there.</summary>
public sealed class ClassPages(
    ClassActs acts, ClassReader records, TellingStore tellings, PlanActs plans, DaysOffStore days, PageAnswers answers, PagePosts posts,
    TimeProvider time)
{
    [Function(nameof(ShowClass))]
    [ShowsTheRest]
    [Callers(Roles.Everyone)]
    public Task<IResult> ShowClass(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ClassRoutes.One)] HttpRequest request, ClassId classId) =>
        PageAsync(request, classId);

    [Function(nameof(ExtendOnPage))]
    [Callers(Roles.Organisers)]
    public Task<IResult> ExtendOnPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ClassRoutes.Extend)] HttpRequest request,
        ClassId classId, [DurableClient] DurableTaskClient client) =>
        DoAsync<ExtendForm>(request, client, classId, ClassAction.Extend, "class-extended", acts.ExtendAsync);

    [Function(nameof(GoOnOnPage))]
    [Callers(Roles.Organisers)]
    public Task<IResult> GoOnOnPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ClassRoutes.GoOn)] HttpRequest request,
        ClassId classId, [DurableClient] DurableTaskClient client) =>
        DoAsync<NoForm>(request, client, classId, ClassAction.GoOn, "class-goes-on", acts.GoOnAsync);

    [Function(nameof(SetSeatsOnPage))]
    [Callers(Roles.Organisers)]
    public Task<IResult> SetSeatsOnPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ClassRoutes.Seats)] HttpRequest request,
        ClassId classId, [DurableClient] DurableTaskClient client) =>
        DoAsync<CapacityForm>(request, client, classId, ClassAction.SetSeats, "class-seats", acts.SetCapacityAsync);

    [Function(nameof(PostponeOnPage))]
    [Callers(Roles.Organisers)]
    public Task<IResult> PostponeOnPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ClassRoutes.Postpone)] HttpRequest request,
        ClassId classId, [DurableClient] DurableTaskClient client) =>
        DoAsync<ReasonForm>(request, client, classId, ClassAction.Postpone, "class-postponed", acts.PostponeAsync);

    [Function(nameof(CancelOnPage))]
    [Callers(Roles.Organisers)]
    public Task<IResult> CancelOnPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ClassRoutes.Cancel)] HttpRequest request,
        ClassId classId, [DurableClient] DurableTaskClient client) =>
        DoAsync<ReasonForm>(request, client, classId, ClassAction.Cancel, "class-cancelled", acts.CancelAsync);

    [Function(nameof(CallNotHeldOnPage))]
    [Callers(Roles.Organisers)]
    public Task<IResult> CallNotHeldOnPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ClassRoutes.NotHeld)] HttpRequest request,
        ClassId classId, [DurableClient] DurableTaskClient client) =>
        DoAsync<NotHeldForm>(request, client, classId, ClassAction.NotHeld, "class-not-held", acts.CallNotHeldAsync);

    [Function(nameof(EndEarlyOnPage))]
    [Callers(Roles.Organisers)]
    public Task<IResult> EndEarlyOnPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ClassRoutes.EndEarly)] HttpRequest request,
        ClassId classId, [DurableClient] DurableTaskClient client) =>
        DoAsync<ReasonForm>(request, client, classId, ClassAction.EndEarly, "class-ended-early", acts.EndEarlyAsync);

    [Function(nameof(TransferLeadOnPage))]
    [Callers(Roles.Organisers)]
    public Task<IResult> TransferLeadOnPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ClassRoutes.TransferLead)] HttpRequest request,
        ClassId classId, [DurableClient] DurableTaskClient client) =>
        DoAsync<TransferLeadForm>(request, client, classId, ClassAction.TransferLead, "class-lead-transferred", acts.TransferLeadAsync);

    private Task<IResult> DoAsync<T>(
        HttpRequest request, DurableTaskClient client, ClassId classId, ClassAction action, string done, Func<ClassId, Ask<T>, Task<TrainingClass>> act) =>
        posts.DoAsync<T>(request, client, async ask =>
        {
            await act(classId, ask);
            return PageAnswers.GoTo(ClassPaths.Of(classId), done);
        }, (state, status) => PageAsync(request, classId, action, state, status));

    // Numbers only: whose they are stands on a page of its own.
    private async Task<IEnumerable<Told>> ToldAsync(TrainingClass c, Caller caller, CancellationToken cancellation)
    {
        if (c.Announcement is null || !caller.MayTakeAttendance(c) && caller.Role != Role.Commune) return [];
        IReadOnlyList<Told> told = await tellings.OfAsync(c, await records.RegistrationsAsync(c.Id, cancellation), cancellation);
        return told.Reverse().Select(t => t.Of(r => caller.MaySee(c, r))).Where(t => caller.MayTakeAttendance(c) || t.People.Count > 0);
    }

    // The close is set by hand and forbids nothing: the page only says that nobody will be in the office.
    private async Task<DayOff?> ClosesOnAsync(TrainingClass c, CancellationToken cancellation) =>
        c is { Stage: ClassStage.Announced or ClassStage.Registering, Announcement: { } a }
            ? (await days.CalendarAsync(cancellation)).HolidayOn(VietnamTime.DateOf(a.RegistrationClosesAt)) : null;

    private async Task<IResult> PageAsync(
        HttpRequest request, ClassId classId, ClassAction? asked = null, FormState? form = null, int status = StatusCodes.Status200OK)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        Caller caller = request.Caller();
        TrainingClass c = await records.GetAsync(classId, cancellation);
        Told[] told = [.. await ToldAsync(c, caller, cancellation)];
        SentNotice[]? notices = caller.MayTakeAttendance(c)
            ? [.. (await records.KeptNoticesAsync(c.Id, cancellation)).Reverse()
                .Select(n => new SentNotice(n.Notice, n.At, told.FirstOrDefault(t => t.Notice.Id == n.Id)))] : null;
        ClassChange[]? audit = caller.IsAdministrator
            ? [.. (await records.AuditAsync(c.Id, cancellation)).Reverse().Select(e => new ClassChange(e.At, e.By, e.What, e.Count))] : null;
        Plan plan = await plans.GetAsync(c.PlanId, cancellation);
        IReadOnlyList<DateWarning> clashes = ClassDating.HasDatesAhead(c)
            ? (await acts.DatingAsync(c.PlanId, cancellation)).ClashesOf(c, time.GetUtcNow()) : [];
        return answers.Page<ClassPage, ClassView>(request, new ClassView(
            plan, c, notices, told, audit, asked, await ClosesOnAsync(c, cancellation), clashes), form, status);
    }
}
