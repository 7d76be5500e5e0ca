namespace NtmServerless.Functions.PeriodicReports;

/// <summary>
/// Adds up a report from summary rows, in one pass over them: the period, the year so far, and the year up to the report before
/// as the records say it now. The rows behind the figures are kept from the same pass.
/// </summary>
public sealed class ReportCompilation(PeriodicReportStore shelf, ClassSummaries classes, CommunicationStore communication, TourStore tours, ReportTables tables)
{
    public async Task<Compilation> MakeAsync(Plan plan, PeriodicReport report, CancellationToken cancellation)
    {
        ReportingPeriod period = report.Period;
        IReadOnlyList<PeriodicReport> all = await shelf.OfPlanAsync(plan.Id, cancellation);
        DateOnly yearStart = ReportingPeriods.Of(plan).YearOf(period.Year).From;
        bool isFollowed = all.Any(r => r.Period.Kind == period.Kind && period.Kind != PeriodKind.AdHoc && r.Period.From > period.To && r.Stage == ReportStage.Approved);
        PeriodicReport? against = isFollowed ? null : Against(report, all);
        FigureSums inPeriod = new(plan, period.From, period.To), soFar = new(plan, yearStart, period.To);
        FigureSums? corrected = against is null ? null : new(plan, yearStart, against.Period.To);
        FigureSums[] sums = corrected is null ? [inPeriod, soFar] : [inPeriod, soFar, corrected];
        ReportRows rows = new(period);

        await foreach (TrainingClass c in classes.EachAsync(plan.Id, cancellation))
        {
            rows.Add(c);
            foreach (FigureSums sum in sums) sum.Add(c);
        }

        IReadOnlyList<CommunicationDay> days = await communication.DaysAsync(plan.Id, yearStart < period.From ? yearStart : period.From, period.To, cancellation);
        foreach (CommunicationDay day in days)
        {
            rows.Add(day);
            foreach (FigureSums sum in sums) sum.Add(day);
        }

        foreach (StudyTour tour in await tours.OfPlanAsync(plan.Id, cancellation))
        {
            rows.Add(tour);
            foreach (FigureSums sum in sums) sum.Add(tour);
        }

        IReadOnlyList<StatedByUnit> stated = StatedByUnit.Of(
            await shelf.AnswersAsync(plan.Id, report.Id, cancellation), StatedByUnit.Logged(days.Where(d => period.Contains(d.Date))));
        // A later report that is closed counted on these figures: they are published, whatever is written anew around them.
        if (isFollowed && report is { Figures: { } published, YearSoFar: { } publishedYear })
            return new Compilation(published, publishedYear, report.Before, report.Corrections ?? ReportCorrections.None, stated, report.RowsSha256);
        return new Compilation(
            inPeriod.ToFigures(), soFar.ToFigures(), Before(plan, period, all)?.Figures,
            corrected is null ? ReportCorrections.None : ReportCorrections.Between(against!, against!.YearSoFar!, corrected.ToFigures()), stated,
            await tables.KeepAsync(report, rows, cancellation));
    }

    /// <summary>Planned against done of the whole plan year, up to today.</summary>
    public async Task<ReportFigures> ProgressAsync(Plan plan, CancellationToken cancellation)
    {
        ReportingPeriod year = ReportingPeriods.Of(plan).YearOf(plan.Year);
        FigureSums sums = new(plan, year.From, year.To);
        await foreach (TrainingClass c in classes.EachAsync(plan.Id, cancellation)) sums.Add(c);
        foreach (CommunicationDay day in await communication.DaysAsync(plan.Id, year.From, year.To, cancellation)) sums.Add(day);
        foreach (StudyTour tour in await tours.OfPlanAsync(plan.Id, cancellation)) sums.Add(tour);
        return sums.ToFigures();
    }

    /// <summary>The last report of the same kind and year before this one that has figures: what it published is corrected here.</summary>
    public static PeriodicReport? Against(PeriodicReport report, IEnumerable<PeriodicReport> all) => report.Period.Kind is PeriodKind.AdHoc or PeriodKind.Year
        ? null
        : all.Where(r => r.Period.Kind == report.Period.Kind && r.Period.Year == report.Period.Year && r.Period.To < report.Period.From && r.YearSoFar is not null)
            .MaxBy(r => r.Period.To);

    private static PeriodicReport? Before(Plan plan, ReportingPeriod period, IEnumerable<PeriodicReport> all) =>
        ReportingPeriods.Of(plan).Before(period) is { } before ? all.FirstOrDefault(r => r.Id == before.Id) : null;
}
