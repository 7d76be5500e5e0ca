namespace NtmServerless.Functions.Communication;

/// <summary>Logging communication work.</summary>
public sealed class CommunicationActs(CommunicationStore log, PlanActs plans, TimeProvider time)
{
    public async Task<CommunicationActivity> LogAsync(PlanId planId, Ask<ActivityForm> ask)
    {
        Plan plan = await plans.GetAsync(planId, ask.Cancellation);
        CommunicationActivity activity = ask.Form.Check(Guid.NewGuid().ToString("N")[..12], ask.Caller.UnitId, plan, time.GetUtcNow());
        if (!ask.Caller.MayLogFor(activity.UnitId)) throw new ForbiddenException();
        return await log.LogAsync(planId, ask.Submission, activity, ask.Cancellation);
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
