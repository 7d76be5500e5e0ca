namespace NtmServerless.LocalHost.Durable;

/// <summary>There is no such instance.</summary>
internal sealed class InstanceNotFoundException(string instanceId) : InvalidOperationException($"There is no instance with the id '{instanceId}'.");
