namespace NtmServerless.Domain.PeriodicReports.YearEnd;

/// <summary>What an office leaves out of the reports of a year, and why.</summary>
public sealed record YearEndAside(string Key, string Reason, string ByUnitId, DateTimeOffset At);
