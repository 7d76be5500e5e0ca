using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace NtmServerless.Functions.Plans;

/// <summary>The plan of the year: reading it, saving it, copying it to another year, loading one.</summary>
public sealed class PlanPages(PlanActs acts, PlanStore shelf, CurrentPlan current, PageAnswers answers, Problems problems, TimeProvider time)
{
    private const int FileLimit = 1024 * 1024;

    [Function(nameof(ShowPlan))]
    [Callers(Roles.Everyone)]
    public Task<IResult> ShowPlan([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PlanRoutes.Plan)] HttpRequest request) =>
        ShowAsync(request, FormState.Fresh(), StatusCodes.Status200OK, []);

    [Function(nameof(PostPlanFile))]
    [TakesFiles]
    [Callers(Roles.Administrator)]
    public async Task<IResult> PostPlanFile([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PlanRoutes.Plan)] HttpRequest request)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        try
        {
            byte[] file = await PostedForm.BytesAsync(await PostedForm.FileAsync(request, FileLimit), cancellation);
            (Plan plan, _) = await acts.ImportAsync(file, Actor.Of(request.Caller()), cancellation);
            return PageAnswers.GoTo(PlanLinks.Keep(PlanPaths.Plan, plan.Id), "loaded-plan");
        }
        catch (PlanRefusedException refused)
        {
            return await ShowAsync(request, FormState.Fresh(), StatusCodes.Status422UnprocessableEntity, refused.Errors);
        }
        catch (Exception bad) when (bad is BadFormException or InvalidInputException)
        {
            Problem problem = problems.Of(bad);
            return await ShowAsync(request, PagePosts.StateOf(FormCollection.Empty, problem, PostedForm.NewKey()), problem.Status, []);
        }
    }

    [Function(nameof(SavePlan))]
    [Callers(Roles.Everyone)]
    public async Task<IResult> SavePlan([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PlanRoutes.File)] HttpRequest request) =>
        File(await current.OfAsync(request));

    [Function(nameof(ShowPlanCopy))]
    [Callers(Roles.Administrator)]
    public async Task<IResult> ShowPlanCopy([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PlanRoutes.Copy)] HttpRequest request)
    {
        (Plan plan, Plan copy) = await CopyAsync(request);
        return answers.Page<PlanCopyPage, PlanCopyView>(request, new PlanCopyView(plan, copy, PlanCopy.TextsNaming(copy, plan.Year)));
    }

    [Function(nameof(SavePlanCopy))]
    [Callers(Roles.Administrator)]
    public async Task<IResult> SavePlanCopy([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PlanRoutes.CopyFile)] HttpRequest request) =>
        File((await CopyAsync(request)).Copy);

    private static IResult File(Plan plan) => Results.File(Encoding.UTF8.GetBytes(PlanExport.Write(plan)), "application/json", plan.Id + ".json");

    private async Task<(Plan Plan, Plan Copy)> CopyAsync(HttpRequest request)
    {
        Plan plan = await current.OfAsync(request);
        return request.Number("nam") is int year and >= 2000 and <= 2100
            ? (plan, PlanCopy.ToYear(plan, year))
            : throw new InvalidInputException("nam", "range", ("from", "2000"), ("to", "2100"));
    }

    private async Task<IResult> ShowAsync(HttpRequest request, FormState state, int status, IReadOnlyList<PlanError> errors)
    {
        Plan? plan = await current.FindAsync(request);
        DateOnly today = VietnamTime.DateOf(time.GetUtcNow());
        return answers.Page<PlanPage, PlanView>(request, new PlanView(
            plan, [.. (await shelf.ListAsync(request.HttpContext.RequestAborted)).OrderByDescending(p => p.Year)],
            plan is null ? [] : PlanOpenPoints.Of(plan), plan is null ? [] : PlanWindows.PassedOn(plan, today),
            request.Caller().IsAdministrator, today.Year, errors), state, status);
    }
}
