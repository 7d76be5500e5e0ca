using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace NtmServerless.Functions.Hosting;

/// <summary>
/// Tells a lifecycle to read its records again, and starts the one that should run and does not. The instance id is the
/// record's id, so that a second start cannot make a second lifecycle.
/// </summary>
public sealed partial class LifecycleWaker(DurableTaskClient client, ILogger<LifecycleWaker> log) : IWaker<TrainingClass>, IWaker<StudyTour>, IWaker<PeriodicReport>
{
    /// <summary>The event that means: wake up and read again.</summary>
    public const string Changed = nameof(Changed);

    // Completed lifecycles are started again only where the record is still alive, which the callers check.
    private static readonly OrchestrationRuntimeStatus[] Alive =
        [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended];

    public Task WakeAsync(TrainingClass changed, CancellationToken cancellation) =>
        changed.Stage == ClassStage.Planned
            ? StartAsync(nameof(ClassLifecycle), changed.Id, changed.Id, cancellation)
            : RaiseOrStartAsync(nameof(ClassLifecycle), changed.Id, changed.Id, changed.Stage.IsOver(), cancellation);

    public Task WakeAsync(StudyTour changed, CancellationToken cancellation) => RaiseOrStartAsync(
        nameof(StudyTourLifecycle), changed.Id, new TourRef(changed.PlanId, changed.Id),
        changed.Stage is TourStage.Closed or TourStage.Cancelled, cancellation);

    public Task WakeAsync(PeriodicReport changed, CancellationToken cancellation) => RaiseOrStartAsync(
        nameof(PeriodicReportCycle), InstanceId(changed), ReportRef.Of(changed), changed.IsOver, cancellation);

    /// <summary>The instance that carries a report.</summary>
    public static string InstanceId(PeriodicReport report) => $"{report.PlanId}-{report.Id}";

    public Task DeliverAsync(PostBatch batch, CancellationToken cancellation) =>
        StartAsync(nameof(MessageDelivery), MessageDelivery.InstanceId(batch), batch, cancellation);

    /// <summary>Starts an instance unless one of that id is alive.</summary>
    public async Task StartAsync(string orchestrator, string id, object input, CancellationToken cancellation)
    {
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, new StartOrchestrationOptions(id).WithDedupeStatuses(Alive), cancellation);
        }
        catch (OrchestrationAlreadyExistsException)
        {
            // It runs, which is what was wanted.
        }
    }

    /// <summary>Raises the event; where no instance is there or it has ended, starts one unless the record is over.</summary>
    public async Task RaiseOrStartAsync(string orchestrator, string id, object input, bool over, CancellationToken cancellation)
    {
        bool lives = await client.GetInstanceAsync(id, cancellation) is { IsCompleted: false };
        if (lives && await IsRaisedAsync(id, cancellation) || over) return;
        Starting(log, orchestrator, id);
        await StartAsync(orchestrator, id, input, cancellation);
    }

    /// <summary>Drives an instance on whose record is not over: wakes it, lets it go on, or starts it from its record.</summary>
    public async Task<Redrive> RedriveAsync(string orchestrator, string id, object input, CancellationToken cancellation)
    {
        switch ((await client.GetInstanceAsync(id, cancellation))?.RuntimeStatus)
        {
            case OrchestrationRuntimeStatus.Suspended:
                await client.ResumeInstanceAsync(id, cancellation: cancellation);
                await client.RaiseEventAsync(id, Changed, cancellation: cancellation);
                return Redrive.Resumed;
            case OrchestrationRuntimeStatus.Running or OrchestrationRuntimeStatus.Pending
                when await IsRaisedAsync(id, cancellation):
                return Redrive.Woken;
            default:
                Starting(log, orchestrator, id);
                await StartAsync(orchestrator, id, input, cancellation);
                return Redrive.Started;
        }
    }

    // It may end between the look and the event; then the client throws (RpcException: FailedPrecondition, or NotFound where it was
    // purged; other versions of the extension have other codes), and it has to be started.
    private async Task<bool> IsRaisedAsync(string id, CancellationToken cancellation)
    {
        try
        {
            await client.RaiseEventAsync(id, Changed, cancellation: cancellation);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            if (await client.GetInstanceAsync(id, cancellation) is { IsCompleted: false }) throw;
            return false;
        }
    }

    [LoggerMessage(EventId = 200, Level = LogLevel.Information, Message = "Starting {Orchestrator} {InstanceId}")]
    private static partial void Starting(ILogger log, string orchestrator, string instanceId);
}

/// <summary>What driving an instance on has done.</summary>
public enum Redrive
{
    Woken,
    Resumed,
    Started,
}

/// <summary>A tour is found by its plan and its id.</summary>
public sealed record TourRef(string PlanId, string Id);
