namespace NtmServerless.LocalHost.Durable;

/// <summary>There is no such instance.</summary>
internal sealed class InstanceNotFoundException(string instanceId) : InvalidOperationException($"There is no instance with the id '{instanceId}'.");

/// <summary>There is one of that id, and it keeps its place.</summary>
internal sealed class InstanceExistsException(string instanceId, OrchestrationStatus status)
    : InvalidOperationException($"An instance with the id '{instanceId}' exists already; it is {status}.");

/// <summary>Somebody else wrote to the instance while an answer of storage was missing: the message may be recorded or not.</summary>
internal sealed class InstanceInDoubtException(string instanceId)
    : InvalidOperationException($"It is not known whether the instance with the id '{instanceId}' got the message.");

/// <summary>History of an instance is missing in storage: the data folder is damaged.</summary>
internal sealed class InstanceDamagedException(string instanceId, int expected, int found)
    : InvalidOperationException($"Instance '{instanceId}' should have {expected} turns in history and has {found}: storage is damaged.");

/// <summary>The instance has ended.</summary>
internal sealed class InstanceEndedException(string instanceId) : InvalidOperationException($"The instance with the id '{instanceId}' has ended.");
