using Microsoft.AspNetCore.Http;

namespace NtmServerless.Functions.Plans;

/// <summary>Which plan a page is about: the one that the address names, or this year's, or the latest.</summary>
public sealed class CurrentPlan(PlanStore plans, TimeProvider time)
{
    /// <summary>Query parameter with a plan's id.</summary>
    public const string Parameter = "ke-hoach";

    /// <exception cref="RecordMissingException">There is no such plan, or none at all.</exception>
    public async Task<Plan> OfAsync(HttpRequest request) =>
        await FindAsync(request) ?? throw new RecordMissingException("plan");

    /// <summary>This year's plan, or the latest before it, or the first after it; null when none was loaded yet.</summary>
    public async Task<Plan?> OfTodayAsync(CancellationToken cancellation)
    {
        int year = VietnamTime.DateOf(time.GetUtcNow()).Year;
        IReadOnlyList<Plan> all = await plans.ListAsync(cancellation);
        return all.Where(p => p.Year <= year).MaxBy(p => p.Year) ?? all.MinBy(p => p.Year);
    }

    /// <summary>Null when no plan was loaded yet.</summary>
    public async Task<Plan?> FindAsync(HttpRequest request)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        if (request.Query[Parameter] is [{ Length: > 0 } id]) return await plans.FindAsync(new(id), cancellation) ?? throw new RecordMissingException("plan");
        return await OfTodayAsync(cancellation);
    }
}
