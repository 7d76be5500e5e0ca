namespace NtmServerless.Domain.PeriodicReports;

/// <summary>What a report waits for and until when (UTC), as reckoned with the days off known when that began.</summary>
/// <param name="SubmissionDueAt">Null until it is compiled.</param>
/// <param name="ApprovalDueAt">Null until it is submitted.</param>
public sealed record ReportTimes(
    DateTimeOffset AnswersDueAt, DateTimeOffset RemindAt, DateTimeOffset EscalateAt, DateTimeOffset? SubmissionDueAt = null,
    DateTimeOffset? ApprovalDueAt = null);
