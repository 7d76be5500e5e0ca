namespace NtmServerless.LocalHost.Durable;

/// <summary>
/// There is no such instance. The official client throws Grpc.Core.RpcException (NotFound) here, which this host does
/// not reference; the app catches any exception and reads again.
/// </summary>
internal sealed class InstanceNotFoundException(string instanceId)
    : InvalidOperationException($"There is no instance with the id '{instanceId}'.");

/// <summary>Somebody else wrote to the instance while an answer of storage was missing: the message may be recorded or not.</summary>
internal sealed class InstanceInDoubtException(string instanceId)
    : InvalidOperationException($"It is not known whether the instance with the id '{instanceId}' got the message.");

/// <summary>History of an instance is missing in storage: the data folder is damaged.</summary>
internal sealed class InstanceDamagedException(string instanceId, int expected, int found)
    : InvalidOperationException($"Instance '{instanceId}' should have {expected} turns in history and has {found}: storage is damaged.");

/// <summary>The instance has ended. The official client throws Grpc.Core.RpcException (FailedPrecondition) here.</summary>
internal sealed class InstanceEndedException(string instanceId)
    : InvalidOperationException($"The instance with the id '{instanceId}' has ended.");
