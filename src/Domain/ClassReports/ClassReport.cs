namespace NtmServerless.Domain.ClassReports;

/// <summary>Where the report of a class stands.</summary>
public enum ClassReportStage
{
    None,
    Submitted,
    Returned,
    Approved,
}

/// <summary>The head of a class's report: what the lifecycle needs to know of it.</summary>
public sealed record ClassReportState
{
    public ClassReportStage Stage { get; init; }

    /// <summary>Counts submissions; the first is 1.</summary>
    public int Revision { get; init; }
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>The report says why paper and attendance differ.</summary>
    public bool ExplainsDifferences { get; init; }
    public DateTimeOffset? ReturnedAt { get; init; }
    public DateTimeOffset? ApprovedAt { get; init; }
}

/// <summary>Money spent from one source, in đồng.</summary>
public sealed record Spending(string SourceId, long Amount);

/// <summary>What the lead unit files after a class (plan, sections IV.1 and IV.5; the committee asks for it in IV.6).</summary>
public sealed record ClassReport
{
    public required int Revision { get; init; }
    public required string Results { get; init; }
    public string? Contents { get; init; }
    public string? Materials { get; init; }
    public string? Trainers { get; init; }
    public IReadOnlyList<Spending> Spent { get; init; } = [];
    public string? Difficulties { get; init; }
    public string? Proposals { get; init; }

    /// <summary>Why the signed sheet and the attendance taken do not agree; required when they do not.</summary>
    public string? DifferenceNote { get; init; }
    public required string ByUnitId { get; init; }
    public required DateTimeOffset SubmittedAt { get; init; }
    public string? ReturnReason { get; init; }
}
