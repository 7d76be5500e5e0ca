namespace NtmServerless.Domain.PeriodicReports;

/// <summary>Which plans' late records a plan's reports carry (<see cref="AfterYearEnd.NextPlan"/>).</summary>
public static class CarriedPlans
{
    /// <summary>The plan of the year after; of several the first by id, so that a record is carried once. Null: there is none yet.</summary>
    public static Plan? NextOf(Plan plan, IEnumerable<Plan> plans) =>
        plans.Where(p => p.Year == plan.Year + 1).MinBy(p => p.Id.Value, StringComparer.Ordinal);

    /// <summary>The earlier plans that lead to a plan, the latest first: each hands its late records on to the next year's.</summary>
    public static IReadOnlyList<Plan> Of(Plan plan, IReadOnlyCollection<Plan> plans)
    {
        List<Plan> carried = [];
        Plan[] heirs = [plan];
        while (heirs.Length > 0)
        {
            heirs =
            [
                .. plans.Where(p => p.Reporting.AfterYearEnd == AfterYearEnd.NextPlan && NextOf(p, plans) is { } next && heirs.Any(h => h.Id == next.Id))
                    .OrderBy(p => p.Id.Value, StringComparer.Ordinal),
            ];
            carried.AddRange(heirs);
        }

        return carried;
    }
}
