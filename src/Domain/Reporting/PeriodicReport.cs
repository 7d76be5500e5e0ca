using NtmServerless.Domain.Rules;

namespace NtmServerless.Domain.Reporting;

/// <summary>Where a periodic or ad-hoc report stands.</summary>
public enum ReportStage
{
    Asked,
    Compiled,
    Approved,
}

/// <summary>
/// One report on a period. Its figures are fixed when it is compiled; a later correction of a class appears in the next
/// report. Compiled by the unit that the plan names (section IV.2), approved for the committee.
/// </summary>
public sealed record PeriodicReport
{
    public required string PlanId { get; init; }
    public required ReportingPeriod Period { get; init; }
    public required string Id { get; init; }
    public ReportStage Stage { get; init; } = ReportStage.Asked;
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>The unit that asked; null when the calendar did.</summary>
    public string? AskedByUnitId { get; init; }
    public DateTimeOffset? CompiledAt { get; init; }
    public ReportFigures? Figures { get; init; }

    /// <summary>The plan year so far, up to the end of the period.</summary>
    public ReportFigures? YearSoFar { get; init; }
    public DateTimeOffset? ApprovedAt { get; init; }
    public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>Compiling again gives what was compiled: an activity runs at least once.</summary>
    public PeriodicReport Compile(ReportFigures figures, ReportFigures yearSoFar, DateTimeOffset now) => Stage == ReportStage.Asked
        ? this with { Stage = ReportStage.Compiled, Figures = figures, YearSoFar = yearSoFar, CompiledAt = now }
        : this;

    /// <exception cref="RuleBrokenException"><see cref="Rule.ReportStage"/> while there is nothing to approve.</exception>
    public PeriodicReport Approve(DateTimeOffset now) => Stage switch
    {
        ReportStage.Compiled => this with { Stage = ReportStage.Approved, ApprovedAt = now },
        ReportStage.Approved => this,
        _ => throw new RuleBrokenException(Rule.ReportStage, ("reportStage", Stage)),
    };

    public PeriodicReport Remind(DateTimeOffset now) => this with { RemindedAt = RemindedAt ?? now };
}
