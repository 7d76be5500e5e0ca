namespace NtmServerless.Functions.Classes;

/// <summary>Deals the classes of a stream out to units.</summary>
public sealed class ShareActs(ShareStore shares, ClassSummaries summaries, PlanActs plans, AuditTrail audit, TimeProvider time)
{
    public async Task DealAsync(PlanId planId, Ask<ShareForm> ask)
    {
        Plan plan = await plans.GetAsync(planId, ask.Cancellation);
        if (!ask.Caller.MayDeal(plan)) throw new ForbiddenException();
        IReadOnlyList<TrainingClass> classes = await summaries.OfPlanAsync(planId, ask.Cancellation);
        DateTimeOffset now = time.GetUtcNow();
        await shares.ChangeAsync(planId, before => before.Deal(ask.Form, plan, classes, ask.Caller.Name, now), ask.Cancellation);
        await audit.WriteAsync(Actor.Of(ask.Caller), "classes-dealt", ask.Form.StreamId!, ask.Form.Units!.Count(u => u.Classes > 0), ask.Cancellation);
    }
}
