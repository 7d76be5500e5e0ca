namespace NtmServerless.Domain.PeriodicReports.Answers;

/// <summary>What one unit said beside the records. Shown apart: the report's own sums come from the records.</summary>
/// <param name="Differences">Channels where the unit says another number than the log does when the report is compiled.</param>
/// <param name="Questions">How many of its figures were asked back and confirmed.</param>
public sealed record StatedByUnit(
    string UnitId, IReadOnlyList<ChannelCount> Differences, int OwnClasses, int OwnPeople, IReadOnlyList<Spending> Spent, int Questions, string? Explanation)
{
    /// <summary>What of the answers goes beyond the records; units that add nothing are left out.</summary>
    /// <param name="logged">By unit and channel, as the log says now.</param>
    public static IReadOnlyList<StatedByUnit> Of(
        IEnumerable<UnitAnswer> answers, IReadOnlyDictionary<(string UnitId, CommunicationChannel Channel), int> logged) =>
    [
        .. answers.OrderBy(a => a.UnitId, StringComparer.Ordinal).Select(a => new StatedByUnit(
            a.UnitId,
            [.. a.Counts.Select(c => c with { Logged = logged.GetValueOrDefault((a.UnitId, c.Channel)) }).Where(c => c.Difference != 0)],
            a.OwnClasses, a.OwnPeople, [.. a.Spent.Where(s => s.Amount > 0)], a.Questions.Count, a.Explanation))
            .Where(s => s.Differences.Count > 0 || s.OwnClasses > 0 || s.OwnPeople > 0 || s.Spent.Count > 0 || s.Questions > 0),
    ];

    public static IReadOnlyDictionary<(string UnitId, CommunicationChannel Channel), int> Logged(IEnumerable<CommunicationDay> days) => days
        .SelectMany(d => d.Counts).GroupBy(c => (c.UnitId, c.Channel)).ToDictionary(g => g.Key, g => g.Sum(c => c.Count));
}
