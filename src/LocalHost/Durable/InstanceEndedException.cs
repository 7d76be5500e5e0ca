namespace NtmServerless.LocalHost.Durable;

/// <summary>The instance has ended.</summary>
internal sealed class InstanceEndedException(string instanceId) : InvalidOperationException($"The instance with the id '{instanceId}' has ended.");
