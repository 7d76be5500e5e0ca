namespace NtmServerless.Domain.PeriodicReports.Answers;

/// <summary>A unit and what it owes.</summary>
public sealed record ReportOwed(string UnitId, IReadOnlyList<ReportDebt> Debts);
