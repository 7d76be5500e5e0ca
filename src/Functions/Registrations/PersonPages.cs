using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Registrations;

/// <summary>One person of a class: registering for somebody, cancelling, a substitute.</summary>
public sealed class PersonPages(RegistrationActs registrations, ClassReader records, PlanActs plans, PageAnswers answers, PagePosts posts)
{
    [Function(nameof(AskForPerson))]
    [Callers(Role.Administrator, Role.LeadUnit, Role.Commune)]
    public async Task<IResult> AskForPerson(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "can-bo/lop/{classId}/danh-sach/moi")] HttpRequest request, string classId) =>
        answers.Page<NewPersonPage, NewPerson>(request, await NewAsync(request, classId), FormState.With(("unitId", request.Caller().UnitId)));

    [Function(nameof(RegisterOnPage))]
    [Callers(Role.Administrator, Role.LeadUnit, Role.Commune)]
    public Task<IResult> RegisterOnPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "can-bo/lop/{classId}/danh-sach/moi")] HttpRequest request,
        string classId, [DurableClient] DurableTaskClient client) =>
        posts.DoAsync<RegistrationForm>(request, client, async ask =>
        {
            string planId = await registrations.PlanOfAsync(classId, ask.Cancellation);
            RegistrationReceipt receipt = await registrations.RegisterAsync(classId, planId, ask, RegistrationSource.Officer);
            return PageAnswers.GoTo(ListOf(classId), receipt.Status == RegistrationStatus.Confirmed ? "roster-registered" : "roster-waits");
        }, async (state, status) => answers.Page<NewPersonPage, NewPerson>(request, await NewAsync(request, classId), state, status));

    [Function(nameof(ShowPerson))]
    [Callers(Role.Administrator, Role.LeadUnit, Role.Commune)]
    public Task<IResult> ShowPerson(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "can-bo/lop/{classId}/danh-sach/{code}")] HttpRequest request, string classId, string code) =>
        PageAsync(request, classId, code, replacing: false, null, StatusCodes.Status200OK);

    [Function(nameof(CancelPersonOnPage))]
    [Callers(Role.Administrator, Role.LeadUnit, Role.Commune)]
    public Task<IResult> CancelPersonOnPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "can-bo/lop/{classId}/danh-sach/{code}/huy")] HttpRequest request,
        string classId, string code, [DurableClient] DurableTaskClient client) =>
        posts.DoAsync<ReasonForm>(request, client, async ask =>
        {
            await registrations.CancelForAsync(classId, code, ask);
            return PageAnswers.GoTo(ListOf(classId), "roster-cancelled");
        }, (state, status) => PageAsync(request, classId, code, replacing: false, state, status));

    [Function(nameof(ReplacePersonOnPage))]
    [Callers(Role.Administrator, Role.LeadUnit, Role.Commune)]
    public Task<IResult> ReplacePersonOnPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "can-bo/lop/{classId}/danh-sach/{code}/thay")] HttpRequest request,
        string classId, string code, [DurableClient] DurableTaskClient client) =>
        posts.DoAsync<SubstituteForm>(request, client, async ask =>
        {
            await registrations.ReplaceAsync(classId, code, ask);
            return PageAnswers.GoTo(ListOf(classId), "roster-replaced");
        }, (state, status) => PageAsync(request, classId, code, replacing: true, state, status));

    private async Task<IResult> PageAsync(HttpRequest request, string classId, string code, bool replacing, FormState? form, int status)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        Caller caller = request.Caller();
        (TrainingClass c, Registration r) = await registrations.PersonAsync(classId, code, caller, cancellation);
        Plan plan = await plans.GetAsync(c.PlanId, cancellation);
        PersonView view = new(plan, c, r, caller.MayRegister(c, r.Applicant.UnitId), UnitsOf(plan, c, caller), replacing);
        return answers.Page<PersonPage, PersonView>(request, view, form, status);
    }

    private async Task<NewPerson> NewAsync(HttpRequest request, string classId)
    {
        TrainingClass c = await records.GetAsync(classId, request.HttpContext.RequestAborted);
        Plan plan = await plans.GetAsync(c.PlanId, request.HttpContext.RequestAborted);
        IReadOnlyList<Unit> units = UnitsOf(plan, c, request.Caller());
        return units.Count > 0 ? new NewPerson(plan, c, units) : throw new ForbiddenException();
    }

    public static IReadOnlyList<Unit> UnitsOf(Plan plan, TrainingClass c, Caller caller) =>
        [.. plan.Units.Where(u => u.IsCommuneLevel && caller.MayRegister(c, u.Id))];

    private static string ListOf(string classId) => $"/can-bo/lop/{Ids.Checked(classId, "class")}/danh-sach";
}
