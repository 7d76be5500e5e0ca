namespace NtmServerless.Domain.Plans;

/// <summary>Money spent from one source, in đồng.</summary>
public sealed record Spending(string SourceId, long Amount);
