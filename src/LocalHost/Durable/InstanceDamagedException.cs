namespace NtmServerless.LocalHost.Durable;

/// <summary>History of an instance is missing in storage: the data folder is damaged.</summary>
internal sealed class InstanceDamagedException(string instanceId, int expected, int found)
    : InvalidOperationException($"Instance '{instanceId}' should have {expected} turns in history and has {found}: storage is damaged.");
