using System.Diagnostics;
using Microsoft.Extensions.Logging;
using NtmServerless.LocalHost.Durable.Scheduling;
using NtmServerless.LocalHost.Time;

namespace NtmServerless.LocalHost.Durable;

/// <summary>Writes what an instance has to be written beside its turns: one commit at a time.</summary>
internal sealed class InstanceCommits(
    Committer committer,
    InstanceLoader loader,
    InstanceChanges changes,
    InFlight inFlight,
    ILogger logger,
    Action<LiveInstance> wake,
    Action<CommitPoint> reached)
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    /// <summary>Begins the instance's next commit; false when there is nothing to be written or one is under way.</summary>
    public bool TryBegin(LiveInstance live, CancellationToken stopping)
    {
        lock (live.Gate)
        {
            if (live.IsCommitting || live.State!.NextCommit(Guid.NewGuid().ToString("N")) is not { } commit)
                return false;
            live.IsCommitting = true;
            // Business time stands still until it is written.
            live.Committing = CommitAsync(live, commit, live.State.Cause, inFlight.Begin(), stopping);
            return true;
        }
    }

    private async Task CommitAsync(LiveInstance live, Commit commit, string? cause, IDisposable scope, CancellationToken stopping)
    {
        await Task.Yield();
        using (scope)
        {
            try
            {
                using Activity? span = EngineTrace.Commit(live.Id, cause);
                CommitEnd end = await committer.WriteAsync(commit, stopping);
                reached(CommitPoint.Written);
                Apply(live, commit, end);
                if (end.Written is { } written && commit.Before.Execution != written.Execution && (end.Leftover.Count > 0 || written.HasBlobs))
                    await loader.DeleteEndedAsync(commit.Before, written, end.Leftover, stopping);
            }
            catch (Exception) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // What is in memory is in doubt: the instance is read again, and the others go on.
                logger.EngineFailed(exception, live.Id);
                await Task.Delay(AfterFailure, CancellationToken.None);
                lock (live.Gate)
                {
                    live.IsCommitting = false;
                    live.MustLoad = true;
                }
            }

            wake(live);
        }
    }

    private void Apply(LiveInstance live, Commit commit, CommitEnd end)
    {
        lock (live.Gate)
        {
            live.IsCommitting = false;
            if (end.Written is not { } written)
            {
                logger.ReadAgain(live.Id);
                live.MustLoad = true;
                if (end.IsInDoubt)
                    live.Answer(commit.Acknowledged, new InstanceInDoubtException(live.Id));
                return;
            }

            live.State!.Committed(written);
            reached(CommitPoint.Known);
            live.Answer(commit.Acknowledged);
        }

        reached(CommitPoint.Told);
        changes.Signal(live.Id, end.Written);
        if (commit.Before.Status != end.Written.Status)
            logger.StatusChanged(live.Id, end.Written.Name, end.Written.Status.ToString());
    }
}
