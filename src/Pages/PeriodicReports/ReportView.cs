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
}
