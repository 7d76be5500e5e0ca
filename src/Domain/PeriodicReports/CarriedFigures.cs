namespace NtmServerless.Domain.PeriodicReports;

/// <summary>What a report counts of an earlier plan, whose year was over when it was approved or logged.</summary>
/// <param name="Figures">Counted in the report's own span of days.</param>
/// <param name="Names">How that plan calls its streams, units and funding sources, by id: this year's plan may not know them.</param>
public sealed record CarriedFigures(
    PlanId PlanId, int Year, ReportFigures Figures, ReportCorrections Corrections, IReadOnlyList<ChainCorrections> OtherChains,
    IReadOnlyDictionary<string, string> Names)
{
    public static CarriedFigures Of(ReportSums sums)
    {
        Plan plan = sums.Plan;
        IEnumerable<KeyValuePair<string, string>> names = plan.Streams.Select(s => KeyValuePair.Create(s.Id, plan.StreamTitle(s.Id)))
            .Concat(plan.Units.Select(u => KeyValuePair.Create(u.Id, u.Name)))
            .Concat((plan.Funding?.Sources ?? []).Select(s => KeyValuePair.Create(s.Id, s.Text)));
        CarriedFigures carried = new(plan.Id, plan.Year, sums.Figures, sums.Corrections, sums.OtherChains, new Dictionary<string, string>());
        HashSet<string> used = [.. carried.Lines().Select(l => l.Key)];
        return carried with { Names = names.Where(n => used.Contains(n.Key)).DistinctBy(n => n.Key).ToDictionary() };
    }

    /// <summary>What it adds to the chain, its corrections included.</summary>
    public IEnumerable<FigureLine> Lines() => FigureLines.Of(Figures).Concat(FigureLines.Of(Corrections))
        .GroupBy(l => (l.Part, l.Key)).Select(g => new FigureLine(g.Key.Part, g.Key.Key, g.Sum(l => l.Value)))
        .Where(l => l.Value != 0).OrderBy(l => l.Part).ThenBy(l => l.Key, StringComparer.Ordinal);

    public bool HasAny => Lines().Any() || OtherChains.Any(c => c.Corrections.Lines.Count > 0);
}
