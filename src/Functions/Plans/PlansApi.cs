using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace NtmServerless.Functions.Plans;

/// <summary>A plan in a list.</summary>
public sealed record PlanLine(string Id, int Year, string Title, int Classes, int Seats);

/// <summary>What the plan still leaves open, in Vietnamese.</summary>
public sealed record OpenPoint(string Path, string Text);

/// <summary>The answer to a plan that was loaded.</summary>
public sealed record PlanLoaded(string Id, int Classes, int Seats, IReadOnlyList<OpenPoint> OpenPoints);

/// <summary>Loading and reading plans.</summary>
public sealed class PlansApi(PlanActs acts, PlanStore shelf, VietnameseTexts texts)
{
    private const int PlanLimit = 1024 * 1024;

    [Function(nameof(ListPlans))]
    [Callers(Roles.Everyone)]
    [Operation("Các kế hoạch", Gives = typeof(PlanLine[]))]
    public async Task<IResult> ListPlans([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/plans")] HttpRequest request)
    {
        IReadOnlyList<Plan> plans = await shelf.ListAsync(request.HttpContext.RequestAborted);
        return Answers.Ok(plans.Select(p => (Plan: p, Totals: PlanTotals.Of(p)))
            .Select(p => new PlanLine(p.Plan.Id, p.Plan.Year, p.Plan.Title, p.Totals.Classes, p.Totals.Seats)));
    }

    [Function(nameof(PutPlan))]
    [Takes(PlanLimit)]
    [Callers(Roles.Administrator)]
    [Operation("Nạp kế hoạch từ tệp JSON; mọi lỗi được nêu cùng lúc kèm vị trí", Takes = typeof(Plan), Gives = typeof(PlanLoaded), Status = 201,
        TakesKey = false)]
    public async Task<IResult> PutPlan([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/plans")] HttpRequest request)
    {
        if (!request.HasJsonContentType()) throw BadFormException.WrongType("application/json");
        byte[] file = await AskReader.BodyAsync(request, PlanLimit);
        (Plan plan, IReadOnlyList<PlanOpenPoint> open) = await acts.ImportAsync(file, Actor.Of(request.Caller()), request.HttpContext.RequestAborted);
        PlanTotals totals = PlanTotals.Of(plan);
        return Answers.Made(new PlanLoaded(
            plan.Id, totals.Classes, totals.Seats, [.. open.Select(o => new OpenPoint(o.Path, texts.Field(o.Code, [])))]));
    }

    [Function(nameof(GetPlan))]
    [Callers(Roles.Everyone)]
    [Operation("Một kế hoạch, đúng như tệp đã nạp", Gives = typeof(Plan))]
    public async Task<IResult> GetPlan([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/plans/{planId}")] HttpRequest request, PlanId planId) =>
        Results.Text(PlanExport.Write(await acts.GetAsync(planId, request.HttpContext.RequestAborted)), "application/json");

    [Function(nameof(CopyPlan))]
    [Callers(Roles.Administrator)]
    [Operation("Bản sao kế hoạch cho năm khác, để xem lại, sửa rồi nạp; chưa ghi gì", Gives = typeof(Plan))]
    public async Task<IResult> CopyPlan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/plans/{planId}/copy/{year:int}")] HttpRequest request, PlanId planId, int year)
    {
        if (year is < 2000 or > 2100) throw new InvalidInputException("year", "range", ("from", "2000"), ("to", "2100"));
        Plan plan = await acts.GetAsync(planId, request.HttpContext.RequestAborted);
        return Results.Text(PlanExport.Write(PlanCopy.ToYear(plan, year)), "application/json");
    }
}
