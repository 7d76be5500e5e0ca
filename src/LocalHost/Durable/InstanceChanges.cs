using System.Collections.Concurrent;
using NtmServerless.LocalHost.Durable.Scheduling;

namespace NtmServerless.LocalHost.Durable;

/// <summary>Tells those who wait what an instance has changed to, once storage holds it.</summary>
internal sealed class InstanceChanges
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<InstanceHeader>> _waiting = [];
    private readonly ConcurrentDictionary<string, Action<InstanceHeader>> _parents = [];

    /// <summary>Completes at the next change after this call.</summary>
    public Task<InstanceHeader> NextAsync(string instanceId) => _waiting.GetOrAdd(
        instanceId, static _ => new TaskCompletionSource<InstanceHeader>(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Told of the next change after this call, before anybody can move business time on.</summary>
    public void Tell(string instanceId, Action<InstanceHeader> parent) =>
        _parents.AddOrUpdate(instanceId, parent, (_, before) => before + parent);

    public void Signal(string instanceId, InstanceHeader written)
    {
        if (_parents.TryRemove(instanceId, out Action<InstanceHeader>? parents))
            parents(written);
        if (_waiting.TryRemove(instanceId, out TaskCompletionSource<InstanceHeader>? waiting))
            waiting.SetResult(written);
    }
}
