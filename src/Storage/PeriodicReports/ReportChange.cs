namespace NtmServerless.Storage.PeriodicReports;

/// <summary>A change of a report's records, as a command decides it.</summary>
/// <param name="Answer">A unit's answer that comes with it.</param>
public sealed record ReportChange(ReportOutcome Outcome, UnitAnswer? Answer = null);
