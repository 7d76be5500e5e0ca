namespace NtmServerless.Domain.PeriodicReports.YearEnd;

/// <summary>Where the year of a plan stands for somebody who is about to add to it.</summary>
/// <param name="ClosedAt">When the office closed it; null: it is open.</param>
/// <param name="Next">The plan of the year after, into which the plan may hand what comes late; null: there is none.</param>
/// <param name="OfToday">The later plan that today belongs into; null: none but this one.</param>
public sealed record YearStanding(Plan Plan, DateTimeOffset? ClosedAt, DateOnly Today, Plan? Next, Plan? OfToday)
{
    /// <summary>Where something counts that is approved or logged now.</summary>
    public CountingPlace Place => WhereCounted.Of(Plan, Today, Today);

    /// <summary>Whether anybody has to be told: the last cut-off is past.</summary>
    public bool IsOver => Place is CountingPlace.Supplement or CountingPlace.NextPlan;

    /// <summary>Why nothing new can be planned in it; null when something can. What happened in the year may still be logged and declared.</summary>
    public Refusal? WhyNotPlanned => ClosedAt is null ? null : new Refusal(Rule.YearClosed, ("year", Plan.Year));

    /// <summary>Of all plans, those that somebody is led to.</summary>
    public static YearStanding Of(Plan plan, IReadOnlyCollection<Plan> plans, DateTimeOffset? closedAt, DateOnly today) => new(
        plan, closedAt, today, CarriedPlans.NextOf(plan, plans),
        plans.Where(p => p.Year > plan.Year && PlanDays.First(p) <= today).OrderByDescending(p => p.Year)
            .ThenBy(p => p.Id.Value, StringComparer.Ordinal).FirstOrDefault());
}
