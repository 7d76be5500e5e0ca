namespace NtmServerless.Domain.Classes;

/// <summary>The head of a class's report: what the lifecycle needs to know of it.</summary>
public sealed record ClassReportState
{
    public ClassReportStage Stage { get; init; }

    /// <summary>Counts submissions; the first is 1.</summary>
    public int Revision { get; init; }
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>The report says why paper and attendance differ.</summary>
    public bool ExplainsDifferences { get; init; }

    /// <summary>When it is due; null where the dates were set before this was kept: then <see cref="Deadlines"/> reckons as at that time.</summary>
    public ClassReportTimes? Times { get; init; }
    public DateTimeOffset? ReturnedAt { get; init; }
    public DateTimeOffset? ApprovedAt { get; init; }
}
