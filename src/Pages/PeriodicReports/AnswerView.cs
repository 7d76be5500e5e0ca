namespace NtmServerless.Pages.PeriodicReports;

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
