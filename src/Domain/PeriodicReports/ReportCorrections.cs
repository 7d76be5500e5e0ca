namespace NtmServerless.Domain.PeriodicReports;

/// <summary>One number of closed periods that the records say otherwise by now.</summary>
public sealed record Correction(FigurePart Part, string Key, long Published, long Now)
{
    public long Difference => Now - Published;
}

/// <summary>
/// What changed behind the back of closed periods: the year up to the end of the report before, as it was published there and as
/// the records say now. Closed figures stay; the difference is published once, in the next report of the same kind, so that
/// these reports and their corrections add up to the year.
/// </summary>
/// <param name="AgainstReportId">The report before; null: there is none, and nothing to correct.</param>
/// <param name="AgainstCompilation">Which of its compilations: compiled anew since, these corrections are out of date.</param>
public sealed record ReportCorrections(string? AgainstReportId, int AgainstCompilation, IReadOnlyList<Correction> Lines)
{
    public static readonly ReportCorrections None = new(null, 0, []);

    /// <param name="published">The year so far of the report before.</param>
    /// <param name="now">The same span as the records say now.</param>
    public static ReportCorrections Between(PeriodicReport before, ReportFigures published, ReportFigures now)
    {
        Dictionary<(FigurePart Part, string Key), long> then = Sums(published), today = Sums(now);
        // A report made before a table was counted said nothing about it: nothing was published that could be wrong.
        HashSet<FigurePart> unsaid = published.AttendedBySex.Count == 0 ? [FigurePart.AttendedBySex] : [];
        return new ReportCorrections(before.Id, before.Compilations,
        [
            .. then.Keys.Union(today.Keys).Where(k => !unsaid.Contains(k.Part))
                .Select(k => new Correction(k.Part, k.Key, then.GetValueOrDefault(k), today.GetValueOrDefault(k)))
                .Where(c => c.Difference != 0).OrderBy(c => c.Part).ThenBy(c => c.Key, StringComparer.Ordinal),
        ]);
    }

    private static Dictionary<(FigurePart, string), long> Sums(ReportFigures figures) =>
        FigureLines.Of(figures).ToDictionary(l => (l.Part, l.Key), l => l.Value);
}
