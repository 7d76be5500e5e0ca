namespace NtmServerless.LocalHost.Durable;

/// <summary>
/// There is no such instance. The official client throws Grpc.Core.RpcException (NotFound) here, which this host does
/// not reference; the app catches any exception and reads again.
/// </summary>
internal sealed class InstanceNotFoundException(string instanceId)
    : InvalidOperationException($"There is no instance with the id '{instanceId}'.");

/// <summary>The instance has ended. The official client throws Grpc.Core.RpcException (FailedPrecondition) here.</summary>
internal sealed class InstanceEndedException(string instanceId)
    : InvalidOperationException($"The instance with the id '{instanceId}' has ended.");
