namespace NtmServerless.Domain.Classes;

/// <summary>
/// When the report of a class is due, and when its lead is reminded of it (UTC): as reckoned when the dates were set, or the report returned.
/// </summary>
/// <param name="ApprovalDueAt">Whoever approves it has until then; null until it came in.</param>
public sealed record ClassReportTimes(DateTimeOffset DueAt, DateTimeOffset RemindAt, DateTimeOffset? ApprovalDueAt = null);
