using Microsoft.Extensions.Logging;
using NtmServerless.LocalHost.Durable.Records;
using NtmServerless.LocalHost.Durable.Scheduling;

namespace NtmServerless.LocalHost.Durable;

/// <summary>Brings instances from storage into memory, and clears up behind those that ended.</summary>
internal sealed class InstanceLoader(InstanceStore store, StorageRetry storage, ILogger logger) : IDisposable
{
    /// <summary>Instances read at the same time.</summary>
    private const int Parallelism = 8;

    private readonly SemaphoreSlim _slots = new(Parallelism);

    /// <summary>Reads the instance; false when there is none, or when its history is damaged: its senders are told.</summary>
    public async Task<bool> LoadAsync(LiveInstance live, CancellationToken stopping)
    {
        while (true)
        {
            if (await TryLoadAsync(live, stopping) is { } isThere)
                return isThere;
        }
    }

    /// <summary>The instance has ended: what came in and was not taken is refused, or deleted where it lies in rows.</summary>
    public async Task ClearInboxAsync(LiveInstance live, CancellationToken stopping)
    {
        List<string> keys;
        lock (live.Gate)
        {
            if (live.MustLoad)
                return;
            live.Refuse(new InstanceEndedException(live.Id));
            keys = [.. live.State!.InboxRows];
        }

        await storage.UntilItWorksAsync("inbox of an ended instance", () => store.DeleteAsync(live.Id, keys, stopping), stopping);
    }

    /// <summary>Deletes what executions left that ended by ContinueAsNew.</summary>
    public Task DeleteEndedAsync(InstanceHeader ended, InstanceHeader current, IReadOnlyList<string> leftover, CancellationToken stopping) =>
        TryAsync(ended.InstanceId, async () =>
        {
            await store.DeleteAsync(ended.InstanceId, leftover, stopping);
            if (current.HasBlobs)
                await store.Payloads.DeleteAsync(CommitWriter.Folder(ended) + "/", [current.Input, current.CustomStatus], stopping);
        });

    public void Dispose() => _slots.Dispose();

    /// <summary>Null when somebody wrote while it was read: what was read may be of before that.</summary>
    private async Task<bool?> TryLoadAsync(LiveInstance live, CancellationToken stopping)
    {
        int doubts;
        lock (live.Gate)
        {
            live.MustLoad = true;
            doubts = live.Doubts;
        }

        StoredInstance? stored;
        await _slots.WaitAsync(stopping);
        try
        {
            stored = await storage.UntilItWorksAsync("instance", () => store.LoadAsync(live.Id, stopping), stopping);
        }
        catch (InstanceDamagedException damaged)
        {
            logger.InstanceDamaged(damaged, live.Id);
            lock (live.Gate)
                live.Refuse(damaged);
            return false;
        }
        finally
        {
            _slots.Release();
        }

        lock (live.Gate)
        {
            if (live.Doubts != doubts)
                return null;
            if (stored is null)
            {
                live.MustLoad = false;
                live.Refuse(new InstanceNotFoundException(live.Id));
                return false;
            }

            live.Begin(new InstanceState(stored.Header, stored.Execution, stored.Tail, stored.Rows, stored.Inbox));
        }

        if (stored.Stale.Count > 0)
            await TryAsync(live.Id, () => store.DeleteAsync(live.Id, stored.Stale, stopping));
        return true;
    }

    /// <summary>What fails here is only untidy: the next reading of the partition deletes it.</summary>
    private async Task TryAsync(string instanceId, Func<Task> delete)
    {
        try
        {
            await delete();
        }
        catch (Exception exception)
        {
            logger.LeftoversKept(exception, instanceId);
        }
    }
}
