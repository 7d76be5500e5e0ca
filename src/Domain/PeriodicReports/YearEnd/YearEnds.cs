namespace NtmServerless.Domain.PeriodicReports.YearEnd;

/// <summary>What of a plan's year is not in its reports yet, and why: the list that must be empty, or set aside, before the year is closed.</summary>
public static class YearEnds
{
    /// <param name="now">All of the plan as the records say now.</param>
    /// <param name="reports">The plan's, and those of later plans that carry it.</param>
    /// <param name="beside">The plans of the year after.</param>
    public static IReadOnlyList<YearEndItem> Of(
        Plan plan, IReadOnlyCollection<TrainingClass> classes, IReadOnlyCollection<StudyTour> tours,
        IReadOnlyCollection<DeclaredClass> declared, ReportFigures now, IReadOnlyCollection<PeriodicReport> reports, DateOnly today,
        IReadOnlyCollection<PlanBeside>? beside = null)
    {
        PeriodicReport[] own = [.. reports.Where(r => r.PlanId == plan.Id && r.Period.Kind != PeriodKind.AdHoc)];
        return
        [
            .. classes.Where(HoldingFacts.IsUnconfirmed).Select(c => new YearEndItem(YearEndMatter.ClassUnconfirmed, c.Id)),
            .. classes.Where(c => HoldingFacts.IsHeld(c) && CountedOn.ClassOf(c) is null).Select(c => new YearEndItem(YearEndMatter.ClassNotApproved, c.Id)),
            .. Undecided(declared, DeclarationStage.Declared, YearEndMatter.DeclarationOpen),
            .. Undecided(declared, DeclarationStage.Returned, YearEndMatter.DeclarationReturned),
            .. (beside ?? []).SelectMany(b => b.Twice(declared)),
            .. tours.Where(t => t.ReturnsOn < today && t.Stage is not (TourStage.Closed or TourStage.Cancelled))
                .Select(t => new YearEndItem(YearEndMatter.TourNotClosed, t.Id)),
            .. classes.Where(c => c.Figures is { } f && f.Spent.Values.Sum() == 0).Select(c => new YearEndItem(YearEndMatter.MoneyMissing, c.Id)),
            .. tours.Where(t => t.ClosedAt is not null && (t.Report?.Spent.Sum(s => s.Amount) ?? 0) == 0)
                .Select(t => new YearEndItem(YearEndMatter.MoneyMissing, t.Id)),
            .. Missing(plan, own, today),
            .. own.Where(r => r.Stage != ReportStage.Approved).OrderBy(r => r.Period.To).Select(r => new YearEndItem(YearEndMatter.ReportNotApproved, r.Id)),
            .. own.Where(r => r.Period.Kind == PeriodKind.Year).SelectMany(r => r.UnitsMissing).Select(u => new YearEndItem(YearEndMatter.UnitSilent, u)),
            .. ReportChain.Kinds.Select(k => NotInReports(plan, k, now, reports)).OfType<YearEndItem>(),
        ];
    }

    private static IEnumerable<YearEndItem> Undecided(IEnumerable<DeclaredClass> declared, DeclarationStage stage, YearEndMatter matter) =>
        declared.Where(d => d.Stage == stage).Select(d => new YearEndItem(matter, d.Id, Mark: $"{d.History.Count}"));

    // A kind of which no report was ever made is one thing, not twelve.
    private static IEnumerable<YearEndItem> Missing(Plan plan, PeriodicReport[] own, DateOnly today)
    {
        HashSet<string> known = [.. own.Select(r => r.Id.Value)];
        return ReportingPeriods.Of(plan).OfYear(plan.Year).Where(p => p.To < today && !known.Contains(p.Id.Value)).GroupBy(p => p.Kind)
            .Select(g => new YearEndItem(YearEndMatter.PeriodNotReported, g.Key.ToString(), g.Count()));
    }

    private static YearEndItem? NotInReports(Plan plan, PeriodKind kind, ReportFigures now, IReadOnlyCollection<PeriodicReport> reports)
    {
        ReportChain chain = ReportChain.Of(plan.Id, kind, reports);
        if (chain.IsEmpty) return null;
        IReadOnlyDictionary<(FigurePart Part, string Key), long> said = chain.Sums();
        Dictionary<(FigurePart Part, string Key), long> records = FigureLines.Of(now).ToDictionary(l => (l.Part, l.Key), l => l.Value);
        Correction[] differ =
        [
            .. said.Keys.Union(records.Keys).Where(k => k.Part != FigurePart.ClassesClosed).OrderBy(k => k.Part).ThenBy(k => k.Key, StringComparer.Ordinal)
                .Select(k => new Correction(k.Part, k.Key, said.GetValueOrDefault(k), records.GetValueOrDefault(k))).Where(d => d.Difference != 0),
        ];
        string mark = MarkOf(string.Join('\n', differ.Select(d => $"{d.Part} {d.Key} {d.Difference}")));
        return differ.Length == 0 ? null : new YearEndItem(YearEndMatter.NotInReports, kind.ToString(), differ.Length, mark) { Differing = differ };
    }

    // The same from run to run, as the hash of a text is not.
    private static string MarkOf(string text)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in text) hash = unchecked((hash ^ c) * 1099511628211);
        return $"{hash:x16}";
    }
}
