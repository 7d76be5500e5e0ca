namespace NtmServerless.LocalHost.Durable;

/// <summary>Somebody else wrote to the instance while an answer of storage was missing: the message may be recorded or not.</summary>
internal sealed class InstanceInDoubtException(string instanceId)
    : InvalidOperationException($"It is not known whether the instance with the id '{instanceId}' got the message.");
