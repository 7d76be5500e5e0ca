namespace NtmServerless.LocalHost.Storage;

/// <summary>What the host calls its own things in storage; a suffix keeps several hosts on one account apart.</summary>
internal sealed record HostNames(string Suffix)
{
    public string LeaseContainer => "localhost" + Suffix;

    public string TimerTable => "HostTimers" + Suffix;

    public DurableNames Instances => new("DurableInstances" + Suffix, "durable-payloads" + Suffix);
}
