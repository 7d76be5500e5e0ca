using Microsoft.Extensions.Logging;

namespace NtmServerless.Functions.Startup;

/// <summary>
/// At a start: classes whose people are kept apart by an earlier <see cref="PersonKey.Rule"/> are keyed by today's. Whoever is one
/// person by it and stands there twice keeps both seats, the later one marked as a namesake for an officer to look at.
/// </summary>
public sealed class PeopleKeyedAnew(PlanStore plans, ClassSummaries summaries, ClassStore ledger, ILogger<PeopleKeyedAnew> log)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        foreach (Plan plan in await plans.ListAsync(cancellation))
        {
            foreach (TrainingClass c in await summaries.OfPlanAsync(plan.Id, cancellation))
            {
                if (c.PersonKeys >= PersonKey.Rule || c.AnonymisedAt is not null) continue;
                while (!await KeyAnewAsync(c.Id)) cancellation.ThrowIfCancellationRequested();
                StartLog.KeyedAnew(log, c.Id, PersonKey.Rule);
            }
        }
    }

    private Task<bool> KeyAnewAsync(ClassId classId) => ledger.WriteAsync(
        classId, new Submission($"person-keys/{Guid.NewGuid():N}", "person-keys", new Actor("start")), waker: null,
        (work, cancellation) => work.KeyAnewAsync(cancellation));
}
