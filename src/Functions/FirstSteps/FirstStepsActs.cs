using System.Collections.Concurrent;

namespace NtmServerless.Functions.FirstSteps;

/// <summary>The first steps of an office: how far it is, and what it does without.</summary>
public sealed class FirstStepsActs(FirstStepsStore kept, AccountStore accounts, PostChannels channels, AuditTrail audit, TimeProvider time)
{
    // Plans whose steps this process has seen done: asked no more, so that an office at work pays nothing for its beginning.
    private readonly ConcurrentDictionary<string, bool> _done = new(StringComparer.Ordinal);

    public async Task<IReadOnlyList<FirstStepLine>> OfAsync(Plan plan, IReadOnlyCollection<TrainingClass> classes, CancellationToken cancellation) =>
        FirstStepList.Of(plan, await accounts.ListAsync(cancellation), channels.Any, classes, await kept.FindAsync(plan.Id, cancellation));

    /// <summary>The same while something is left to do; null afterwards, at no cost.</summary>
    public async Task<IReadOnlyList<FirstStepLine>?> WhileOpenAsync(Plan plan, IReadOnlyCollection<TrainingClass> classes, CancellationToken cancellation)
    {
        if (_done.ContainsKey(plan.Id)) return null;
        IReadOnlyList<FirstStepLine> lines = await OfAsync(plan, classes, cancellation);
        if (!FirstStepList.IsDone(lines)) return lines;
        _done[plan.Id] = true;
        return null;
    }

    public async Task SetAsideAsync(PlanId planId, Ask<FirstStepForm> ask)
    {
        (FirstStep step, string? reason) = ask.Form.Check();
        DateTimeOffset now = time.GetUtcNow();
        await kept.ChangeAsync(
            planId, before => reason is null ? before.Without(step) : before.With(new StepSetAside(step, reason, now, ask.Caller.Name)), ask.Cancellation);
        _done.TryRemove(planId, out _);
        await audit.WriteAsync(Actor.Of(ask.Caller), reason is null ? "first-step-again" : "first-step-aside", planId, 1, ask.Cancellation);
    }
}
