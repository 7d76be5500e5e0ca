namespace NtmServerless.LocalHost.Durable;

/// <summary>There is one of that id, and it keeps its place.</summary>
internal sealed class InstanceExistsException(string instanceId, OrchestrationStatus status)
    : InvalidOperationException($"An instance with the id '{instanceId}' exists already; it is {status}.");
