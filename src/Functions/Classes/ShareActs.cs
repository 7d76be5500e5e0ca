namespace NtmServerless.Functions.Classes;

/// <summary>Deals the classes of a stream out to units.</summary>
public sealed class ShareActs(ShareStore shares, ClassSummaries summaries, DeclarationStore declarations, PlanActs plans, AuditTrail audit, TimeProvider time)
{
    public async Task DealAsync(PlanId planId, Ask<ShareForm> ask)
    {
        Plan plan = await plans.GetAsync(planId, ask.Cancellation);
        if (!ask.Caller.MayDeal(plan)) throw new ForbiddenException();
        IReadOnlyList<DeclaredShare> declared = DeclarationDecisions.SharesOf(await declarations.OfPlanAsync(planId, ask.Cancellation));
        await shares.ChangeAsync(planId, async before => before.Deal(
            ask.Form, plan, await summaries.OfPlanAsync(planId, ask.Cancellation), declared, ask.Caller.Name, time.GetUtcNow()), ask.Cancellation);
        await audit.WriteAsync(Actor.Of(ask.Caller), "classes-dealt", ask.Form.StreamId!, ask.Form.Units!.Count(u => u.Classes > 0), ask.Cancellation);
    }
}
