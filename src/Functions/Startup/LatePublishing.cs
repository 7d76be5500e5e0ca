using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace NtmServerless.Functions.Startup;

/// <summary>
/// Publishes what was committed and could not be published because the storage was away, a few seconds after it is back. Also does the
/// rounds of a start where the platform does not run timer functions then, as soon as somebody brought a durable client.
/// </summary>
public sealed class LatePublishing(
    Readiness readiness, LastClient clients, ClassStore ledger, ClassFounding founding, TourStore tours, PeriodicReportStore reports,
    DeclarationStore declarations, Housekeeping housekeeping, WakersOf wakers, ILogger<LatePublishing> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>The host runs these rounds at a start itself, unless it is one that does not.</summary>
    private static readonly TimeSpan RoundsAfter = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan RoundsAgain = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.OpenedAsync(stoppingToken);
        using PeriodicTimer looks = new(Look);
        DateTimeOffset rounds = TimeProvider.System.GetUtcNow() + RoundsAfter;
        while (await looks.WaitForNextTickAsync(stoppingToken))
        {
            if (clients.Value is not { } client) continue;
            await PublishAsync(wakers(client), stoppingToken);
            if (Housekeeping.IsCaughtUp || TimeProvider.System.GetUtcNow() < rounds) continue;
            await CatchUpAsync(client, stoppingToken);
            rounds = TimeProvider.System.GetUtcNow() + RoundsAgain;
        }
    }

    private async Task PublishAsync(IWakers waker, CancellationToken cancellation)
    {
        int[] found = await Task.WhenAll(
            founding.FinishLateAsync(waker, cancellation), ledger.PublishLateAsync(waker, cancellation),
            tours.PublishLateAsync(waker, cancellation), reports.PublishLateAsync(waker, cancellation),
            declarations.PublishLateAsync(waker, cancellation));
        if (found.Sum() is not (> 0 and int count)) return;
        Measures.PublishedLate(count);
        WorkflowLog.Swept(log, count);
    }

    private async Task CatchUpAsync(DurableTaskClient client, CancellationToken cancellation)
    {
        try
        {
            await housekeeping.CatchUpAsync(client, cancellation);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            // The app goes on without; the sweeper and the reconciler come again by themselves.
            WorkflowLog.NotCaughtUp(log, FailureTrace.Of(e));
        }
    }
}
