namespace NtmServerless.LocalHost.Storage;

/// <summary>Where instances are kept: one table, and one container for what is too large for it.</summary>
internal sealed record DurableNames(string Table, string Container);
