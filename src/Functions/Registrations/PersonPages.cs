using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Registrations;

/// <summary>One person of a class: registering for somebody, cancelling, a substitute.</summary>
public sealed class PersonPages(
    RegistrationActs registrations, CorrectionActs corrections, ClassReader records, TellingStore tellings, PlanActs plans,
    PageAnswers answers, PagePosts posts)
{
    [Function(nameof(AskForPerson))]
    [Callers(Roles.Organisers)]
    public async Task<IResult> AskForPerson(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = RosterRoutes.NewPerson)] HttpRequest request, ClassId classId) =>
        answers.Page<NewPersonPage, NewPerson>(request, await NewAsync(request, classId), FormState.With(("unitId", request.Caller().UnitId)));

    [Function(nameof(RegisterOnPage))]
    [Callers(Roles.Organisers)]
    public Task<IResult> RegisterOnPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RosterRoutes.NewPerson)] HttpRequest request,
        ClassId classId, [DurableClient] DurableTaskClient client) =>
        posts.DoAsync<RegistrationForm>(request, client, async ask =>
        {
            PlanId planId = await registrations.PlanOfAsync(classId, ask.Cancellation);
            RegistrationReceipt receipt = await registrations.RegisterAsync(classId, planId, ask, RegistrationSource.Officer);
            return PageAnswers.GoTo(RosterPaths.Of(classId), receipt.Status == RegistrationStatus.Confirmed ? "roster-registered" : "roster-waits");
        }, async (state, status) => answers.Page<NewPersonPage, NewPerson>(request, await NewAsync(request, classId), state, status));

    [Function(nameof(ShowPerson))]
    [Callers(Roles.Organisers)]
    public Task<IResult> ShowPerson(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = RosterRoutes.Person)] HttpRequest request, ClassId classId, string code) =>
        PageAsync(request, classId, code, null, null, StatusCodes.Status200OK);

    [Function(nameof(PrintSlip))]
    [Callers(Roles.Organisers)]
    public async Task<IResult> PrintSlip(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = RosterRoutes.Slip)] HttpRequest request, ClassId classId, string code)
    {
        (TrainingClass c, Registration r) = await registrations.PersonAsync(classId, code, request.Caller(), request.HttpContext.RequestAborted);
        Plan plan = await plans.GetAsync(c.PlanId, request.HttpContext.RequestAborted);
        Registration[] people = r is { IsActive: true, AnonymisedAt: null } ? [r] : [];
        return answers.Page<RosterSlipsPage, PersonSlipsView>(request, new PersonSlipsView(new ClassOfPlan(plan, c), people));
    }

    [Function(nameof(CancelPersonOnPage))]
    [Callers(Roles.Organisers)]
    public Task<IResult> CancelPersonOnPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RosterRoutes.CancelPerson)] HttpRequest request,
        ClassId classId, string code, [DurableClient] DurableTaskClient client) =>
        posts.DoAsync<ReasonForm>(request, client, async ask =>
        {
            await registrations.CancelForAsync(classId, code, ask);
            return PageAnswers.GoTo(RosterPaths.Of(classId), "roster-cancelled");
        }, (state, status) => PageAsync(request, classId, code, PersonAct.Cancel, state, status));

    [Function(nameof(ReplacePersonOnPage))]
    [Callers(Roles.Organisers)]
    public Task<IResult> ReplacePersonOnPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RosterRoutes.ReplacePerson)] HttpRequest request,
        ClassId classId, string code, [DurableClient] DurableTaskClient client) =>
        posts.DoAsync<SubstituteForm>(request, client, async ask =>
        {
            await registrations.ReplaceAsync(classId, code, ask);
            return PageAnswers.GoTo(RosterPaths.Of(classId), "roster-replaced");
        }, (state, status) => PageAsync(request, classId, code, PersonAct.Replace, state, status));

    [Function(nameof(CorrectPersonOnPage))]
    [Callers(Roles.Organisers)]
    public Task<IResult> CorrectPersonOnPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RosterRoutes.CorrectPerson)] HttpRequest request,
        ClassId classId, string code, [DurableClient] DurableTaskClient client) =>
        posts.DoAsync<CorrectionForm>(request, client, async ask =>
        {
            await corrections.CorrectAsync(classId, code, ask);
            return PageAnswers.GoTo(RosterPaths.Person(classId, code), "roster-corrected");
        }, (state, status) => PageAsync(request, classId, code, PersonAct.Correct, state, status));

    [Function(nameof(BringPersonBackOnPage))]
    [Callers(Roles.Organisers)]
    public Task<IResult> BringPersonBackOnPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RosterRoutes.BringPersonBack)] HttpRequest request,
        ClassId classId, string code, [DurableClient] DurableTaskClient client) =>
        posts.DoAsync<BringBackForm>(request, client, async ask =>
        {
            RegistrationReceipt receipt = await corrections.BringBackAsync(classId, code, ask);
            return PageAnswers.GoTo(
                RosterPaths.Person(classId, code), receipt.Status == RegistrationStatus.Confirmed ? "roster-back" : "roster-back-waits");
        }, (state, status) => PageAsync(request, classId, code, PersonAct.BringBack, state, status));

    private async Task<IResult> PageAsync(HttpRequest request, ClassId classId, string code, PersonAct? sent, FormState? form, int status)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        Caller caller = request.Caller();
        (TrainingClass c, Registration r) = await registrations.PersonAsync(classId, code, caller, cancellation);
        Plan plan = await plans.GetAsync(c.PlanId, cancellation);
        Told[] told = [.. (await tellings.OfAsync(c, [r], cancellation)).Where(t => t.People.Count > 0).Reverse()];
        PersonView view = new(plan, c, r, caller.MayRegister(c, r.Applicant.UnitId), UnitsOf(plan, c, caller), told, sent);
        return answers.Page<PersonPage, PersonView>(request, view, form, status);
    }

    private async Task<NewPerson> NewAsync(HttpRequest request, ClassId classId)
    {
        TrainingClass c = await records.GetAsync(classId, request.HttpContext.RequestAborted);
        Plan plan = await plans.GetAsync(c.PlanId, request.HttpContext.RequestAborted);
        IReadOnlyList<Unit> units = UnitsOf(plan, c, request.Caller());
        return units.Count > 0 ? new NewPerson(plan, c, units) : throw new ForbiddenException();
    }

    public static IReadOnlyList<Unit> UnitsOf(Plan plan, TrainingClass c, Caller caller) =>
        [.. plan.Units.Where(u => u.IsCommuneLevel && caller.MayRegister(c, u.Id))];
}
