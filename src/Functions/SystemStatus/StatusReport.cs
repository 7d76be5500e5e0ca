using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace NtmServerless.Functions.SystemStatus;

/// <summary>Asks each part of the system how it is. One that does not answer is no reason not to say how the others are.</summary>
public sealed class StatusReport(
    RecordsStorage storage, StorageTally tally, PostStore post, PostChannels channels, ILogger<StatusReport> log)
{
    private const int MostWorkflows = 50;

    public async Task<StatusView> OfAsync(Plan? plan, DurableTaskClient client, CancellationToken cancellation)
    {
        int? answered = await StorageAsync(cancellation);
        return new StatusView(
            AppVersion.Number, AppVersion.Commit, new StorageState(answered, tally.Requests, tally.Failures, OutboxRows.OfThisProcess.Waiting),
            TimeProvider.System.GetUtcNow(), plan is null ? null : await PostAsync(plan.Id, cancellation), await FailedAsync(client, cancellation),
            [.. DamagedRows.OfThisProcess.All.Select(r => new DamagedRecord(r.Table, r.Partition, r.Row, r.Kind, r.Place))], Disk());
    }

    private async Task<int?> StorageAsync(CancellationToken cancellation)
    {
        long began = TimeProvider.System.GetTimestamp();
        try
        {
            await storage.ProbeAsync(cancellation);
            return (int)TimeProvider.System.GetElapsedTime(began).TotalMilliseconds;
        }
        catch (Exception e) when (Problems.IsStorageAway(e) && !cancellation.IsCancellationRequested)
        {
            StatusLog.PartAway(log, "storage", FailureTrace.Of(e));
            return null;
        }
    }

    private async Task<PostState> PostAsync(PlanId planId, CancellationToken cancellation)
    {
        int waiting = (await post.MessagesAsync(planId, MessageState.Waiting, cancellation)).Count
            + (await post.MessagesAsync(planId, MessageState.Sending, cancellation)).Count;
        return new PostState(!channels.Any, waiting, (await post.MessagesAsync(planId, MessageState.Failed, cancellation)).Count);
    }

    private async Task<IReadOnlyList<FailedWorkflow>?> FailedAsync(DurableTaskClient client, CancellationToken cancellation)
    {
        try
        {
            OrchestrationQuery failed = new(Statuses: [OrchestrationRuntimeStatus.Failed]);
            return [.. (await client.GetAllInstancesAsync(failed).Take(MostWorkflows).ToListAsync(cancellation))
                .OrderByDescending(i => i.LastUpdatedAt).Select(i => new FailedWorkflow(i.InstanceId, i.LastUpdatedAt))];
        }
        catch (Exception e) when (Problems.IsStorageAway(e) && !cancellation.IsCancellationRequested)
        {
            StatusLog.PartAway(log, "workflows", FailureTrace.Of(e));
            return null;
        }
    }

    private DiskState? Disk()
    {
        try
        {
            DriveInfo disk = new(TemporaryFolder.Path);
            return new DiskState(disk.AvailableFreeSpace, disk.TotalSize);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            StatusLog.PartAway(log, "disk", FailureTrace.Of(e));
            return null;
        }
    }
}
