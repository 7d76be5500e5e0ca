using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NtmServerless.Domain.Classes;
using NtmServerless.Domain.Tours;
using NtmServerless.Storage;

namespace NtmServerless.Functions.Orchestrations;

/// <summary>
/// Tells a lifecycle to read its records again, and starts the one that should run and does not. The instance id is the
/// record's id, so that a second start cannot make a second lifecycle.
/// </summary>
internal sealed partial class LifecycleWaker(DurableTaskClient client, ILogger<LifecycleWaker> log) : IWaker<TrainingClass>, IWaker<StudyTour>
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
        nameof(StudyTourLifecycle), changed.Id, new TourId(changed.PlanId, changed.Id),
        changed.Stage is TourStage.Closed or TourStage.Cancelled, cancellation);

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

    /// <summary>Raises the event; where the instance is not there (the two hosts throw differently), starts it.</summary>
    public async Task RaiseOrStartAsync(string orchestrator, string id, object input, bool over, CancellationToken cancellation)
    {
        OrchestrationMetadata? instance = await client.GetInstanceAsync(id, cancellation);
        if (instance is { IsCompleted: false })
        {
            await client.RaiseEventAsync(id, Changed, cancellation: cancellation);
        }
        else if (!over)
        {
            Starting(log, orchestrator, id);
            await StartAsync(orchestrator, id, input, cancellation);
        }
    }

    [LoggerMessage(EventId = 200, Level = LogLevel.Information, Message = "Starting {Orchestrator} {InstanceId}")]
    private static partial void Starting(ILogger log, string orchestrator, string instanceId);
}

/// <summary>A tour is found by its plan and its id.</summary>
internal sealed record TourId(string PlanId, string Id);
