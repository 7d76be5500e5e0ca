using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace NtmServerless.Functions.Plans;

/// <summary>The plan of the year: reading it, saving it, copying it to another year, loading one.</summary>
public sealed class PlanPages(PlanActs acts, PlanStore shelf, CurrentPlan current, PageAnswers answers, Problems problems, TimeProvider time)
{
    private const string Page = "can-bo/ke-hoach";
    private const int FileLimit = 1024 * 1024;

    [Function(nameof(ShowPlan))]
    [Callers(Role.Administrator, Role.LeadUnit, Role.Commune, Role.CultureOffice, Role.Committee)]
    public Task<IResult> ShowPlan([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Page)] HttpRequest request) =>
        ShowAsync(request, FormState.Fresh(), StatusCodes.Status200OK, []);

    [Function(nameof(PostPlanFile))]
    [TakesFiles]
    [Callers(Role.Administrator)]
    public async Task<IResult> PostPlanFile([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Page)] HttpRequest request)
    {
        if (!request.HasFormContentType) throw BadFormException.WrongType("multipart/form-data");
        IFormCollection form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        try
        {
            if (form.Files.GetFile("file") is not { Length: > 0 } file) throw new BadFormException("no-file", 400);
            if (file.Length > FileLimit) throw BadFormException.TooLarge(FileLimit);
            using MemoryStream content = new();
            await file.CopyToAsync(content, request.HttpContext.RequestAborted);
            PlanImportResult read = await acts.ImportAsync(content.ToArray(), Actor.Of(request.Caller()), request.HttpContext.RequestAborted);
            return PageAnswers.GoTo(PlanLinks.Keep("/" + Page, read.Plan!.Id), "loaded-plan");
        }
        catch (PlanRefusedException refused)
        {
            return await ShowAsync(request, FormState.Fresh(), StatusCodes.Status422UnprocessableEntity, refused.Errors);
        }
        catch (BadFormException bad)
        {
            Problem problem = problems.Of(bad);
            return await ShowAsync(request, PagePosts.StateOf(form, problem, Guid.NewGuid().ToString("N")), problem.Status, []);
        }
    }

    [Function(nameof(SavePlan))]
    [Callers(Role.Administrator, Role.LeadUnit, Role.Commune, Role.CultureOffice, Role.Committee)]
    public async Task<IResult> SavePlan([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Page + "/tep")] HttpRequest request) =>
        File(await current.OfAsync(request));

    [Function(nameof(ShowPlanCopy))]
    [Callers(Role.Administrator)]
    public async Task<IResult> ShowPlanCopy([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Page + "/sao-chep")] HttpRequest request)
    {
        (Plan plan, Plan copy) = await CopyAsync(request);
        return answers.Page<PlanCopyPage, PlanCopyView>(request, new PlanCopyView(plan, copy, PlanCopy.TextsNaming(copy, plan.Year)));
    }

    [Function(nameof(SavePlanCopy))]
    [Callers(Role.Administrator)]
    public async Task<IResult> SavePlanCopy([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Page + "/sao-chep/tep")] HttpRequest request) =>
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
