using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace NtmServerless.Functions.Workflows;

/// <summary>Finds what a crash left behind. Changes are published right after their commit; this is the safety net.</summary>
public sealed class Housekeeping(
    ClassStore ledger, ClassFounding founding, ClassSummaries summaries, TourStore tours, PeriodicReportStore reports, DeclarationStore declarations,
    PlanStore plans, PostStore post, PostChannels channels, TimeProvider time, WakersOf wakers, ILogger<Housekeeping> log)
{
    /// <summary>How long an instance that has ended is kept, for whoever looks at what went wrong. Nothing depends on it: the records are the truth.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>A run ends in time for any host's limit; the rest goes the next day.</summary>
    private const int MostPurged = 2_000;

    // Functions are made anew for each invocation, and this is about the process.
    private static bool Reconciled;

    /// <summary>Whether both rounds were done since this process started.</summary>
    public static bool IsCaughtUp => Reconciled && OutboxRows.OfThisProcess.HasLooked;

    /// <summary>The rounds of a start, for a platform that runs no timer function then.</summary>
    public async Task CatchUpAsync(DurableTaskClient client, CancellationToken cancellation)
    {
        await SweepAsync(client, cancellation);
        await ReconcileAsync(client, cancellation);
    }

    /// <summary>Publishes outbox rows that are still there: at every start, and every six hours.</summary>
    [Function(nameof(SweepOutbox))]
    public Task SweepOutbox(
        [TimerTrigger("0 0 */6 * * *", RunOnStartup = true)] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        SweepAsync(client, cancellation);

    /// <summary>
    /// Once a day, and at every start: starts each lifecycle and delivery that should run and does not, finishes classes that were founded half,
    /// and purges instances that ended 30 days ago.
    /// </summary>
    [Function(nameof(Reconcile))]
    public Task Reconcile(
        [TimerTrigger("0 30 19 * * *", RunOnStartup = true)] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        ReconcileAsync(client, cancellation);

    private async Task SweepAsync(DurableTaskClient client, CancellationToken cancellation)
    {
        if (!OutboxRows.OfThisProcess.MayBeLeft) return;
        IWakers waker = wakers(client);
        int found = await OutboxRows.OfThisProcess.SweepAsync(() => Task.WhenAll(
            ledger.SweepAsync(waker, cancellation), tours.SweepAsync(waker, cancellation), reports.SweepAsync(waker, cancellation),
            declarations.SweepAsync(waker, cancellation)));
        if (found <= 0) return;
        Measures.PublishedLate(found);
        WorkflowLog.Swept(log, found);
    }

    private async Task ReconcileAsync(DurableTaskClient client, CancellationToken cancellation)
    {
        IWakers waker = wakers(client);
        // One damaged record must not keep every other one from its workflow.
        using LeavingOut leaving = LeavingOut.Begin();
        HashSet<string> alive = await AliveAsync(client, cancellation);
        foreach (Plan plan in await plans.ListAsync(cancellation))
        {
            await founding.HealAsync(plan.Id, waker, cancellation);
            foreach (TrainingClass c in (await summaries.OfPlanAsync(plan.Id, cancellation)).Where(c => !c.Stage.IsOver()))
            {
                if (!alive.Contains(c.Id)) await waker.StartAsync(nameof(ClassLifecycle), c.Id, c.Id, cancellation);
                // An instance that went to sleep by an older checklist may wait for nothing, while by this one something is due.
                else if (ClassChecklist.Next(c) is { } step && step.DueAt <= time.GetUtcNow()) await waker.WakeAsync(c, cancellation);
            }

            foreach (StudyTour t in (await tours.OfPlanAsync(plan.Id, cancellation)).Where(t => t.Stage is not (TourStage.Closed or TourStage.Cancelled)))
                await waker.WakeAsync(t, cancellation);
            foreach (PeriodicReport report in (await reports.OfPlanAsync(plan.Id, cancellation)).Where(r => !r.IsOver))
            {
                bool isDue = ReportChecklist.Next(report) is { } next && next.DueAt <= time.GetUtcNow();
                if (isDue || !alive.Contains(PeriodicReportCycle.InstanceId(report))) await waker.WakeAsync(report, cancellation);
            }

            if (channels.Any) await DeliverAsync(plan.Id, waker, alive, cancellation);
        }

        Reconciled = true;
        await PurgeAsync(client, time.GetUtcNow() - Kept, cancellation);
    }

    // By id, as the filter of a purge knows only when an instance began.
    private static async Task PurgeAsync(DurableTaskClient client, DateTimeOffset before, CancellationToken cancellation)
    {
        OrchestrationQuery ended = new(CreatedTo: before, Statuses:
            [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated]);
        List<string> old = await client.GetAllInstancesAsync(ended).Where(i => i.LastUpdatedAt < before).Take(MostPurged).Select(i => i.InstanceId).ToListAsync(cancellation);
        foreach (string id in old) await client.PurgeInstanceAsync(id, cancellation: cancellation);
    }

    private async Task DeliverAsync(PlanId planId, IWakers waker, HashSet<string> alive, CancellationToken cancellation)
    {
        HashSet<PostBatch> open = [];
        foreach (MessageState state in (MessageState[])[MessageState.Waiting, MessageState.Sending])
            open.UnionWith((await post.MessagesAsync(planId, state, cancellation)).Select(m => new PostBatch(planId, m.Batch)));
        foreach (PostBatch batch in open.Where(b => !alive.Contains(MessageDelivery.InstanceId(b))))
            await waker.DeliverAsync(batch, cancellation);
    }

    private static async Task<HashSet<string>> AliveAsync(DurableTaskClient client, CancellationToken cancellation)
    {
        OrchestrationQuery running = new(Statuses:
            [OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Suspended]);
        HashSet<string> alive = new(StringComparer.Ordinal);
        await foreach (OrchestrationMetadata instance in client.GetAllInstancesAsync(running).WithCancellation(cancellation))
            alive.Add(instance.InstanceId);
        return alive;
    }
}
