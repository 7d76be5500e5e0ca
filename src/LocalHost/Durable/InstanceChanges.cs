using System.Collections.Concurrent;

namespace NtmServerless.LocalHost.Durable;

/// <summary>Tells those who wait that an instance has changed.</summary>
internal sealed class InstanceChanges
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiting = [];

    /// <summary>Completes at the next change after this call.</summary>
    public Task NextAsync(string instanceId) => _waiting.GetOrAdd(
        instanceId, static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Signal(string instanceId)
    {
        if (_waiting.TryRemove(instanceId, out TaskCompletionSource? waiting))
            waiting.SetResult();
    }
}
