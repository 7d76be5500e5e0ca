namespace NtmServerless.Domain.PeriodicReports.Cycle;

/// <summary>What a decision makes of a report, and who is told about it.</summary>
public sealed record ReportOutcome(PeriodicReport Report, params IReadOnlyList<Notice> Notices);
