namespace NtmServerless.Domain.PeriodicReports;

/// <summary>
/// The reports of one kind on one plan, one after the other, with what is added after the year: months, quarters, halves or years.
/// Together they say each record of the plan once, whatever is approved, logged or taken back late: each report corrects what all
/// others of its chain published, so that the sum is what the records say. Closed reports never change.
/// </summary>
public sealed class ReportChain
{
    /// <summary>The kinds that make chains; a span on request stands outside.</summary>
    public static readonly IReadOnlyList<PeriodKind> Kinds = [PeriodKind.Month, PeriodKind.Quarter, PeriodKind.HalfYear, PeriodKind.Year];

    private readonly Published[] _others;

    private ReportChain(Published[] others) => _others = others;

    /// <summary>What the other reports of the chain of a kind say of a plan, seen from one of its reports.</summary>
    /// <param name="all">Reports of the plan, and of later ones that carry it.</param>
    public static ReportChain Around(PeriodicReport report, PlanId planId, PeriodKind kind, IEnumerable<PeriodicReport> all) => new(
    [
        .. from other in all
           where (other.PlanId, other.Id) != (report.PlanId, report.Id) && IsIn(other, kind)
           // One that ends later is drawn up again on this one, unless it has left the desk.
           where other.Period.To < report.Period.To || other.Stage is ReportStage.Submitted or ReportStage.Approved
           let said = Published.By(other, planId, kind)
           where said is not null
           orderby other.Period.To
           select said,
    ]);

    /// <summary>All that a chain says of a plan.</summary>
    public static ReportChain Of(PlanId planId, PeriodKind kind, IEnumerable<PeriodicReport> all) =>
        new([.. from r in all where IsIn(r, kind) let said = Published.By(r, planId, kind) where said is not null orderby r.Period.To select said]);

    /// <summary>The chains that a report stands in.</summary>
    public static IReadOnlyList<PeriodKind> KindsOf(ReportingPeriod period) => period.Kind switch
    {
        PeriodKind.AdHoc => [],
        PeriodKind.Supplement => Kinds,
        PeriodKind kind => [kind],
    };

    public bool IsEmpty => _others.Length == 0;

    /// <summary>The days that the others speak of. A period without a report stays out of it: its own report says it once.</summary>
    public CountedDays Days => new([.. _others.Select(o => o.Span).Distinct()]);

    /// <summary>The last of the others that ends before a report; null: there is none.</summary>
    public PeriodicReport? Last(PeriodicReport before) => _others.LastOrDefault(o => o.Report.Period.To < before.Period.To)?.Report;

    /// <summary>Grows whenever one of the others is made anew, or a new one is made.</summary>
    public int Stamp => _others.Sum(o => o.Report.Compilations);

    /// <summary>Whether a closed one follows a report: it counted on the report as it stands.</summary>
    public bool Follows(PeriodicReport report) => _others.Any(o => o.Report.Period.To > report.Period.To && o.Report.Stage == ReportStage.Approved);

    /// <summary>What the others published together.</summary>
    public IReadOnlyDictionary<(FigurePart Part, string Key), long> Sums()
    {
        Dictionary<(FigurePart, string), long> sums = [];
        foreach (FigureLine line in _others.SelectMany(o => o.Lines)) sums[(line.Part, line.Key)] = sums.GetValueOrDefault((line.Part, line.Key)) + line.Value;
        return sums;
    }

    /// <summary>What a report has to put right of the others.</summary>
    /// <param name="now">The <see cref="Days"/> as the records say now.</param>
    public ReportCorrections Correct(PeriodicReport report, ReportFigures now)
    {
        if (IsEmpty) return ReportCorrections.None;
        Dictionary<(FigurePart Part, string Key), long> today = FigureLines.Of(now).ToDictionary(l => (l.Part, l.Key), l => l.Value);
        IReadOnlyDictionary<(FigurePart Part, string Key), long> published = Sums();
        // A report made before a table was counted said nothing about it: nothing was published that could be wrong.
        bool sexUnsaid = _others.Any(o => o.Figures.AttendedBySex.Count == 0);
        return new ReportCorrections(Last(report)?.Id, Stamp,
        [
            .. published.Keys.Union(today.Keys).Where(k => !(sexUnsaid && k.Part == FigurePart.AttendedBySex) && k.Part != FigurePart.ClassesClosed)
                .Select(k => new Correction(k.Part, k.Key, published.GetValueOrDefault(k), today.GetValueOrDefault(k)))
                .Where(c => c.Difference != 0).OrderBy(c => c.Part).ThenBy(c => c.Key, StringComparer.Ordinal),
        ]);
    }

    private static bool IsIn(PeriodicReport r, PeriodKind kind) => r.Period.Kind == kind || r.Period.Kind == PeriodKind.Supplement;

    // What a report says of a plan: its own figures, or those that it carries of an earlier one.
    private sealed record Published(PeriodicReport Report, CountedSpan Span, ReportFigures Figures, ReportCorrections? Corrections)
    {
        public static Published? By(PeriodicReport r, PlanId planId, PeriodKind kind)
        {
            if (r.PlanId == planId) return r.Figures is { } own
                ? new(r, CountedSpan.Of(r.Period), own, CorrectionsOf(r, r.Corrections, r.OtherChains, kind)) : null;
            return r.Carried.FirstOrDefault(c => c.PlanId == planId) is { } carried
                ? new(r, new CountedSpan(carried.Figures.From, carried.Figures.To), carried.Figures,
                    CorrectionsOf(r, carried.Corrections, carried.OtherChains, kind)) : null;
        }

        public IEnumerable<FigureLine> Lines =>
            FigureLines.Of(Figures).Concat(FigureLines.Of(Corrections ?? ReportCorrections.None));

        private static ReportCorrections? CorrectionsOf(PeriodicReport r, ReportCorrections? main, IReadOnlyList<ChainCorrections> others, PeriodKind kind) =>
            r.Period.Kind == PeriodKind.Supplement && kind != PeriodKind.Year ? others.FirstOrDefault(c => c.Kind == kind)?.Corrections : main;
    }
}
