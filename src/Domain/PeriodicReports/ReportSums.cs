namespace NtmServerless.Domain.PeriodicReports;

/// <summary>
/// All that one report adds up of one plan, in one pass over the plan's records: the days of the report, the plan's year so far, and
/// what the other reports of its chains published, as the records say now.
/// </summary>
public sealed class ReportSums
{
    private readonly PeriodicReport _report;
    private readonly FigureSums _inPeriod;
    private readonly FigureSums _soFar;
    private readonly Chain[] _chains;

    private ReportSums(PeriodicReport report, Plan plan, CountedSpan span, IReadOnlyCollection<PeriodicReport> all)
    {
        (_report, Plan, Span) = (report, plan, span);
        CountedSpan shown = new(plan.Id == report.PlanId ? report.Period.From : span.From, span.To);
        _inPeriod = new FigureSums(plan, new CountedDays(span), shown);
        _soFar = new FigureSums(plan, new CountedDays(CountedSpan.UpTo(span.To)), new CountedSpan(ReportingPeriods.Of(plan).YearOf(plan.Year).From, span.To));
        _chains =
        [
            .. ReportChain.KindsOf(report.Period).Select(k => new Chain(k, ReportChain.Around(report, plan.Id, k, all), plan))
                .Where(c => c.Kind == MainKind(report.Period) || !c.Others.IsEmpty),
        ];
    }

    public Plan Plan { get; }

    /// <summary>The days that the report counts of the plan.</summary>
    public CountedSpan Span { get; }

    /// <summary>What a report adds up of its own plan.</summary>
    public static ReportSums OfOwn(PeriodicReport report, Plan plan, IReadOnlyCollection<PeriodicReport> all) =>
        new(report, plan, CountedSpan.Of(report.Period), all);

    /// <summary>What it carries of an earlier plan.</summary>
    /// <param name="before">The plan of the year before the report's.</param>
    /// <param name="all">Reports of that plan and of all later ones.</param>
    public static ReportSums OfCarried(PeriodicReport report, Plan earlier, Plan before, IReadOnlyCollection<PeriodicReport> all) =>
        new(report, earlier, CountedSpan.OfCarried(before, report.Period), all);

    public void Add(TrainingClass c)
    {
        foreach (FigureSums sum in Sums) sum.Add(c);
    }

    public void Add(DeclaredClass d)
    {
        foreach (FigureSums sum in Sums) sum.Add(d);
    }

    public void Add(CommunicationDay day)
    {
        foreach (FigureSums sum in Sums) sum.Add(day);
    }

    public void Add(StudyTour tour)
    {
        foreach (FigureSums sum in Sums) sum.Add(tour);
    }

    public ReportFigures Figures => _inPeriod.ToFigures();

    public ReportFigures YearSoFar => _soFar.ToFigures();

    /// <summary>What the report puts right in its chain; a supplement, in that of the years.</summary>
    public ReportCorrections Corrections =>
        _chains.FirstOrDefault(c => c.Kind == MainKind(_report.Period))?.Correct(_report) ?? ReportCorrections.None;

    /// <summary>What a supplement puts right in its other chains.</summary>
    public IReadOnlyList<ChainCorrections> OtherChains =>
        [.. _chains.Where(c => c.Kind != MainKind(_report.Period)).Select(c => new ChainCorrections(c.Kind, c.Correct(_report)))];

    /// <summary>Whether a closed report of a chain counted on this one as it stands.</summary>
    public bool IsFollowed => _chains.Any(c => c.Others.Follows(_report));

    /// <summary>The chain whose corrections stand in the report itself.</summary>
    public static PeriodKind MainKind(ReportingPeriod period) => period.Kind == PeriodKind.Supplement ? PeriodKind.Year : period.Kind;

    private IEnumerable<FigureSums> Sums => _chains.Select(c => c.Now).Append(_inPeriod).Append(_soFar);

    private sealed class Chain(PeriodKind kind, ReportChain others, Plan plan)
    {
        public PeriodKind Kind => kind;

        public ReportChain Others => others;

        public FigureSums Now { get; } = new(plan, others.Days, new CountedSpan(others.Days.From, others.Days.To));

        public ReportCorrections Correct(PeriodicReport report) => others.Correct(report, Now.ToFigures());
    }
}
