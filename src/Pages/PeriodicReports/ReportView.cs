namespace NtmServerless.Pages.PeriodicReports;

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

    /// <summary>It lies with whoever looks, to be approved or returned.</summary>
    public bool MayDecide => MayApprove && Report.Stage == ReportStage.Submitted;

    /// <summary>It lies with whoever looks, to be handed on.</summary>
    public bool MaySubmit => MayCompile && Report.Stage is ReportStage.Compiled or ReportStage.Returned && !Report.HasNewAnswers;

    /// <summary>Whoever looks compiles it, and can do nothing else before.</summary>
    public bool MustCompileFirst => MayCompile && Report.TakesAnswers && !MaySubmit;
}
