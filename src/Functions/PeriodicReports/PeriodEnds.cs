using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace NtmServerless.Functions.PeriodicReports;

/// <summary>
/// Opens the cycle of every reporting period that ended. 00:05 in Vietnam is 17:05 UTC. A run that the platform skipped is made
/// up for by asking for the last days' periods each time, because a timer's word on being late cannot be relied on.
/// </summary>
public sealed class PeriodEnds(PlanStore plans, ReportActs reports, TimeProvider time, ILogger<LifecycleWaker> log)
{
    [Function(nameof(PeriodEnds))]
    public async Task Run([TimerTrigger("0 5 17 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        LifecycleWaker waker = new(client, log);
        DateOnly today = VietnamTime.DateOf(time.GetUtcNow());
        foreach (Plan plan in await plans.ListAsync(cancellation))
        {
            foreach (ReportingPeriod period in ReportingPeriods.Of(plan).EndedLately(plan.Year, today))
                await reports.AskAsync(plan.Id, period, null, waker, cancellation);
        }
    }
}
