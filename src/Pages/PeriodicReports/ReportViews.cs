namespace NtmServerless.Pages.PeriodicReports;

/// <summary>The reports of a plan, filtered.</summary>
/// <param name="Missed">Periods that are over and have no report: offered for making.</param>
public sealed record ReportsView(
    Plan Plan, PeriodKind? Kind, ReportStage? Stage, string? Words, Slice<PeriodicReport> Reports, IReadOnlyList<ReportingPeriod> Missed, bool MayAsk);

/// <summary>The form that asks for a report on any span.</summary>
/// <param name="First">First day of the plan's year.</param>
/// <param name="Yesterday">The last day that is over.</param>
public sealed record ReportAsk(Plan Plan, DateOnly First, DateOnly Yesterday);

/// <summary>Which form of a report's page was sent and comes back.</summary>
public enum ReportSent
{
    None,
    Compile,
    Submit,
    Return,
    Approve,
}

/// <summary>One report.</summary>
/// <param name="OwnUnit">The caller's unit where it owes an answer; null: it owes none.</param>
/// <param name="Answers">What units wrote, for who compiles and approves; empty for others.</param>
/// <param name="Now">To say what is overdue.</param>
public sealed record ReportView(
    Plan Plan, PeriodicReport Report, bool MayApprove, bool MayCompile, string? OwnUnit, IReadOnlyList<UnitAnswer> Answers, DateTimeOffset Now, ReportSent Sent = ReportSent.None)
{
    /// <summary>What was issued of it, the latest first.</summary>
    public IReadOnlyList<OfficialDocument> Documents { get; init; } = [];

    /// <summary>The draft can be looked at as a document: there are figures, and it bears no number yet.</summary>
    public bool HasDraft => (MayApprove || MayCompile) && Report is { Figures: not null, ApprovedAt: null };
}

/// <summary>A unit's form.</summary>
/// <param name="UnitId">The unit that answers.</param>
/// <param name="Logged">What the log says of it within the period.</param>
/// <param name="History">What it answered so far, the first first.</param>
/// <param name="ClassesWithoutReport">Classes that it led and whose reports are not approved.</param>
public sealed record AnswerView(
    Plan Plan, PeriodicReport Report, string UnitId, IReadOnlyDictionary<CommunicationChannel, int> Logged, IReadOnlyList<UnitAnswer> History,
    IReadOnlyList<TrainingClass> ClassesWithoutReport)
{
    public UnitAnswer? Last => History.Count > 0 ? History[^1] : null;

    public IReadOnlyList<ReportDebt> Debts => Report.Owers.FirstOrDefault(o => o.UnitId == UnitId)?.Debts ?? [];
}
