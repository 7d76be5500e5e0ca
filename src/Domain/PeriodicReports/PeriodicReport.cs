namespace NtmServerless.Domain.PeriodicReports;

/// <summary>
/// One report on a period. Its figures are made when it is compiled and fixed when it is approved; a later correction of a class
/// appears in the next report. Compiled by the unit that the plan names (section IV.2), approved for the committee.
/// </summary>
public sealed record PeriodicReport
{
    public required PlanId PlanId { get; init; }
    public required ReportingPeriod Period { get; init; }
    public required ReportId Id { get; init; }
    public ReportStage Stage { get; init; } = ReportStage.Asked;
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>The unit that asked; null when the calendar did.</summary>
    public string? AskedByUnitId { get; init; }

    /// <summary>Units that owe something; empty until they are asked, and in reports of before units were asked.</summary>
    public IReadOnlyList<ReportOwed> Owers { get; init; } = [];

    /// <summary>Units that answered, each once with its last answer.</summary>
    public IReadOnlyList<AnswerHead> Answers { get; init; } = [];
    public ReportTrace Trace { get; init; } = new();
    public DateTimeOffset? CompiledAt { get; init; }

    /// <summary>How many times it was compiled.</summary>
    public int Compilations { get; init; }

    /// <summary><see cref="AnswersGiven"/> at the compilation.</summary>
    public int AnswersCompiled { get; init; }
    public ReportFigures? Figures { get; init; }

    /// <summary>The plan year so far, up to the end of the period.</summary>
    public ReportFigures? YearSoFar { get; init; }

    /// <summary>The period of the same kind before, as published; null: nothing to compare with.</summary>
    public ReportFigures? Before { get; init; }
    public ReportCorrections? Corrections { get; init; }

    /// <summary>Of a supplement: what it corrects in the chains of months, quarters and halves; only chains that have reports.</summary>
    public IReadOnlyList<ChainCorrections> OtherChains { get; init; } = [];

    /// <summary>Late records of earlier plans that are counted here, because these plans say so.</summary>
    public IReadOnlyList<CarriedFigures> Carried { get; init; } = [];

    /// <summary>Hash under which the rows behind <see cref="Figures"/> are kept; null in reports of before they were.</summary>
    public string? RowsSha256 { get; init; }

    /// <summary>What units said beside the records, as of the compilation.</summary>
    public IReadOnlyList<StatedByUnit> Stated { get; init; } = [];

    /// <summary>Units that owed an answer and gave none by the compilation: the report names them.</summary>
    public IReadOnlyList<string> UnitsMissing { get; init; } = [];

    /// <summary>What the compiling unit itself writes of difficulties and proposals.</summary>
    public CompilerRemark? Remark { get; init; }
    public DateTimeOffset? SubmittedAt { get; init; }
    public DateTimeOffset? ReturnedAt { get; init; }
    public string? ReturnReason { get; init; }
    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>When its documents were made and its recipients told.</summary>
    public DateTimeOffset? IssuedAt { get; init; }
    public IReadOnlyList<string> DocumentIds { get; init; } = [];

    /// <summary>When whoever approves was reminded.</summary>
    public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>Units that owe an answer and have not given one.</summary>
    public IEnumerable<string> Missing() => Owers.Select(o => o.UnitId).Where(u => AnswerOf(u) is null);

    public AnswerHead? AnswerOf(string unitId) => Answers.FirstOrDefault(a => a.UnitId == unitId);

    /// <summary>Whether a unit may still answer.</summary>
    public bool TakesAnswers => Stage is ReportStage.Asked or ReportStage.Compiled or ReportStage.Returned;

    /// <summary>Whether a unit answered after the figures were made.</summary>
    public bool HasNewAnswers => CompiledAt is not null && AnswersGiven != AnswersCompiled;

    /// <summary>Answers that came in so far, those that were replaced included.</summary>
    public int AnswersGiven => Answers.Sum(a => a.Revision);

    /// <summary>Whether it is approved and nobody has been told yet. Reports of before there was a submission were told by hand.</summary>
    public bool MustBeIssued => Stage == ReportStage.Approved && IssuedAt is null && SubmittedAt is not null;

    public bool IsOver => Stage == ReportStage.Approved && !MustBeIssued;
}
