namespace NtmServerless.Functions.Plans;

/// <summary>Says whether the year of a plan is over, or closed, before something is added to it.</summary>
public sealed class YearStandings(PlanStore plans, YearEndStore kept, TimeProvider time)
{
    /// <summary>Asks the storage only when the year's last cut-off is past: before, nobody can close it.</summary>
    public async Task<YearStanding> OfAsync(Plan plan, CancellationToken cancellation)
    {
        YearStanding open = YearStanding.Of(plan, await plans.ListAsync(cancellation), null, VietnamTime.DateOf(time.GetUtcNow()));
        return open.IsOver ? open with { ClosedAt = (await kept.FindAsync(plan.Id, cancellation)).ClosedAt } : open;
    }

    /// <summary>The plans whose days are partly also those of a plan, with these days.</summary>
    public async Task<IReadOnlyList<(Plan Plan, DateOnly From, DateOnly To)>> NeighboursAsync(Plan plan, CancellationToken cancellation) =>
        [.. (await plans.ListAsync(cancellation)).Select(p => (Plan: p, Days: PlanDays.Shared(plan, p))).Where(p => p.Days is not null)
            .Select(p => (p.Plan, p.Days!.Value.From, p.Days.Value.To))];
}
