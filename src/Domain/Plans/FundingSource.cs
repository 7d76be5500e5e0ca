namespace NtmServerless.Domain.Plans;

/// <summary>One source of money.</summary>
/// <param name="Id">ASCII slug.</param>
/// <param name="Kind">Which kind it is.</param>
/// <param name="Text">The plan's own words.</param>
/// <param name="Decision">The decision that grants it, if the plan names one.</param>
public sealed record FundingSource(string Id, FundingKind Kind, string Text, string? Decision);
