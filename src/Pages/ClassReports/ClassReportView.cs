namespace NtmServerless.Pages.ClassReports;

/// <summary>The form that was sent and came back.</summary>
public enum SentForm
{
    None,
    Report,
    Return,
}

/// <summary>The report of a class: what the records say, what was filed, and what may be done now.</summary>
/// <param name="Notes">Why paper and taps differ, as noted person by person; names nobody. Empty for readers.</param>
/// <param name="MayFile">The caller runs the class and a report is waited for.</param>
/// <param name="MayDecide">The caller approves, and a report waits for it.</param>
public sealed record ClassReportView(
    TrainingClass Class, Plan Plan, ClassFigures Figures, IReadOnlyList<SheetDifference> Differences, IReadOnlyList<string> Notes,
    IReadOnlyList<ClassReport> Filed, bool MayFile, bool MayDecide, SentForm Sent)
{
    /// <summary>The report that counts; null before any was filed.</summary>
    public ClassReport? Latest => Filed is [.., var last] ? last : null;
}
