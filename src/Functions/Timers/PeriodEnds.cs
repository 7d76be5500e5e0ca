using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NtmServerless.Domain.Plans;
using NtmServerless.Domain.Reporting;
using NtmServerless.Domain.Time;
using NtmServerless.Functions.Acts;
using NtmServerless.Functions.Orchestrations;
using NtmServerless.Storage.Plans;

namespace NtmServerless.Functions.Timers;

/// <summary>
/// Opens the cycle of every reporting period that ended yesterday. 00:05 in Vietnam is 17:05 UTC; a run that the platform
/// skipped is made up for by asking for the last days too: a period is put on the shelf once, whatever happens.
/// </summary>
internal sealed class PeriodEnds(PlanShelf plans, ReportActs reports, TimeProvider time, ILogger<LifecycleWaker> log)
{
    // Not longer: periods missed for more than a week are offered for making, not made in a burst.
    private const int DaysBack = 7;

    [Function(nameof(PeriodEnds))]
    public async Task Run([TimerTrigger("0 5 17 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        LifecycleWaker waker = new(client, log);
        DateOnly today = VietnamTime.DateOf(time.GetUtcNow());
        foreach (Plan plan in await plans.ListAsync(cancellation))
        {
            foreach (ReportingPeriod period in ReportingPeriods.OfYear(plan.Year).Where(p => p.To < today && p.To >= today.AddDays(timer.IsPastDue ? -DaysBack : -1)))
                await reports.AskAsync(plan.Id, period, null, waker, cancellation);
        }
    }
}
