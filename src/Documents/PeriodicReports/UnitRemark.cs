namespace NtmServerless.Documents.PeriodicReports;

/// <summary>What one unit wrote; null: nothing.</summary>
public sealed record UnitRemark(string UnitId, string? Difficulties, string? Proposals);
