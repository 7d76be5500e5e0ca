namespace NtmServerless.Domain.PeriodicReports;

/// <summary>When the cycle of a report did what.</summary>
/// <param name="DueWorkingDays">Working days that units have for their answers, as the plan said when they were asked.</param>
/// <param name="Times">Dates reckoned with the days off; null in reports of before they were.</param>
public sealed record ReportTrace(
    DateTimeOffset? UnitsAskedAt = null, int DueWorkingDays = 0, DateTimeOffset? UnitsRemindedAt = null, DateTimeOffset? EscalatedAt = null,
    DateTimeOffset? CompilerRemindedAt = null, ReportTimes? Times = null);
