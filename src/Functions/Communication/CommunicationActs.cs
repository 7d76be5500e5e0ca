namespace NtmServerless.Functions.Communication;

/// <summary>Logging communication work.</summary>
public sealed class CommunicationActs(CommunicationStore log, PlanActs plans, YearStandings years, TimeProvider time)
{
    public async Task<CommunicationActivity> LogAsync(PlanId planId, Ask<ActivityForm> ask)
    {
        Plan plan = await plans.GetAsync(planId, ask.Cancellation);
        CommunicationActivity activity = ask.Form.Check(Guid.NewGuid().ToString("N")[..12], ask.Caller.UnitId, plan, time.GetUtcNow());
        if (!ask.Caller.MayLogFor(activity.UnitId)) throw new ForbiddenException();
        return await log.LogAsync(planId, ask.Submission, () => LookAsync(plan, activity, ask.Form.IsOther == true, ask.Cancellation), ask.Cancellation);
    }

    // The last days of a year are the first of the next: what stands in both logs would count in both years.
    private async Task<CommunicationActivity> LookAsync(Plan plan, CommunicationActivity activity, bool isOther, CancellationToken cancellation)
    {
        foreach ((Plan other, DateOnly from, DateOnly to) in await years.NeighboursAsync(plan, cancellation))
        {
            if (activity.Date < from || activity.Date > to) continue;
            IReadOnlyList<CommunicationActivity> there = await log.ActivitiesAsync(other.Id, activity.Date, activity.Date, cancellation);
            if (SameActivities.Of(activity, there).FirstOrDefault() is not { } same) continue;
            return isOther ? activity with { OtherThanId = same.Id } : throw new InvalidInputException("isOther", "activity-same", ("year", other.Year));
        }

        return activity;
    }

    /// <summary>Takes back a wrong entry, with the reason; each unit its own.</summary>
    public Task<CommunicationActivity> StrikeOutAsync(PlanId planId, DateOnly date, string id, Ask<ReasonForm> ask)
    {
        string reason = ask.Form.Check();
        return log.StrikeOutAsync(planId, date, id, ask.Submission, activity => ask.Caller.MayLogFor(activity.UnitId)
            ? activity.Strike(reason, ask.Caller.UnitId, time.GetUtcNow())
            : throw new ForbiddenException(), ask.Cancellation);
    }
}
