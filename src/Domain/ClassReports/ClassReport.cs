namespace NtmServerless.Domain.ClassReports;

/// <summary>What the lead unit files after a class (plan, sections IV.1 and IV.5; the committee asks for it in IV.6).</summary>
[Personal(PersonalDatum.ReportText)]
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
