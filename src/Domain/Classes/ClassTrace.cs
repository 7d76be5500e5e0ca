namespace NtmServerless.Domain.Classes;

/// <summary>What the lifecycle has done once or last: the ticks on the clerk's checklist. All moments are UTC.</summary>
public sealed record ClassTrace
{
    public DateTimeOffset? PriorityReleasedAt { get; init; }
    public DateTimeOffset? TooFewAskedAt { get; init; }
    public DateTimeOffset? TooFewEscalatedAt { get; init; }
    public DateTimeOffset? TooFewDecidedAt { get; init; }
    public DateTimeOffset? InvitedAt { get; init; }
    public DateTimeOffset? RemindedThreeDaysAt { get; init; }
    public DateTimeOffset? RemindedOneDayAt { get; init; }
    public DateTimeOffset? EvidenceAskedAt { get; init; }
    public int EvidenceAskedTimes { get; init; }
    public DateTimeOffset? ReportAskedAt { get; init; }
    public DateTimeOffset? ReportRemindedAt { get; init; }
    public DateTimeOffset? ReportEscalatedAt { get; init; }
    public int ReportEscalatedTimes { get; init; }
    public DateTimeOffset? NewDatesAskedAt { get; init; }

    /// <summary>When the lead unit was told that the class's personal data will be removed although it was never brought to its end.</summary>
    public DateTimeOffset? RetentionWarnedAt { get; init; }
}
