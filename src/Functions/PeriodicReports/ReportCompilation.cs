namespace NtmServerless.Functions.PeriodicReports;

/// <summary>The reports that a report stands among: those of its plan, and of the plans whose late records it carries.</summary>
/// <param name="Carried">Earlier plans that hand on their late records, the latest first.</param>
public sealed record ReportShelf(IReadOnlyList<PeriodicReport> Reports, IReadOnlyList<Plan> Carried);

/// <summary>
/// Adds up a report from summary rows, in one pass over them: its days, the year so far, and what its chains published as the
/// records say it now. The rows behind the figures are kept from the same pass.
/// </summary>
public sealed class ReportCompilation(
    PeriodicReportStore shelf, PlanStore plans, ClassSummaries classes, CommunicationStore communication, TourStore tours, DeclarationStore declarations,
    ReportTables tables)
{
    public async Task<Compilation> MakeAsync(Plan plan, PeriodicReport report, CancellationToken cancellation)
    {
        ReportShelf around = await ShelfAsync(plan, report, cancellation);
        ReportSums sums = ReportSums.OfOwn(report, plan, around.Reports);
        ReportRows rows = new(sums.Span);
        IReadOnlyList<CommunicationDay> days = await AddAsync(sums, rows, cancellation);
        IReadOnlyList<StatedByUnit> stated = StatedByUnit.Of(
            await shelf.AnswersAsync(plan.Id, report.Id, cancellation), StatedByUnit.Logged(days.Where(d => sums.Span.Contains(d.Date))));

        List<ReportSums> carried = [];
        foreach (Plan earlier in around.Carried)
        {
            ReportSums theirs = ReportSums.OfCarried(report, earlier, around.Carried[0], around.Reports);
            await AddAsync(theirs, rows.OfPlan(earlier.Id, theirs.Span), cancellation);
            carried.Add(theirs);
        }

        string? rowsSha256 = Compilation.Published(report, sums) is null ? await tables.KeepAsync(report, rows, cancellation) : null;
        return Compilation.Of(report, sums, carried, Before(plan, report.Period, around.Reports)?.Figures, stated, rowsSha256);
    }

    /// <summary>What a report stands among.</summary>
    public async Task<ReportShelf> ShelfAsync(Plan plan, PeriodicReport report, CancellationToken cancellation)
    {
        IReadOnlyList<Plan> all = report.Period.Kind == PeriodKind.AdHoc ? [plan] : await plans.ListAsync(cancellation);
        IReadOnlyList<Plan> carried = CarriedPlans.Of(plan, all);
        List<PeriodicReport> reports = [.. await shelf.OfPlanAsync(plan.Id, cancellation)];
        foreach (Plan other in carried.Count == 0 ? [] : all.Where(p => p.Id != plan.Id)) reports.AddRange(await shelf.OfPlanAsync(other.Id, cancellation));
        return new ReportShelf(reports, carried);
    }

    /// <summary>Planned against done of the whole plan, up to today.</summary>
    public async Task<ReportFigures> ProgressAsync(Plan plan, CancellationToken cancellation)
    {
        FigureSums sums = FigureSums.OfAll(plan);
        await foreach (TrainingClass c in classes.EachAsync(plan.Id, cancellation)) sums.Add(c);
        foreach (CommunicationDay day in await communication.DaysAsync(plan.Id, cancellation)) sums.Add(day);
        foreach (StudyTour tour in await tours.OfPlanAsync(plan.Id, cancellation)) sums.Add(tour);
        foreach (DeclaredClass d in await declarations.OfPlanAsync(plan.Id, cancellation)) sums.Add(d);
        return sums.ToFigures();
    }

    // Gives the communication days, for whoever compares them with what units say.
    private async Task<IReadOnlyList<CommunicationDay>> AddAsync(ReportSums sums, ReportRows rows, CancellationToken cancellation)
    {
        await foreach (TrainingClass c in classes.EachAsync(sums.Plan.Id, cancellation))
        {
            rows.Add(c);
            sums.Add(c);
        }

        IReadOnlyList<CommunicationDay> days = await communication.DaysAsync(sums.Plan.Id, cancellation);
        foreach (CommunicationDay day in days)
        {
            rows.Add(day);
            sums.Add(day);
        }

        foreach (StudyTour tour in await tours.OfPlanAsync(sums.Plan.Id, cancellation))
        {
            rows.Add(tour);
            sums.Add(tour);
        }

        foreach (DeclaredClass d in await declarations.OfPlanAsync(sums.Plan.Id, cancellation))
        {
            rows.Add(d);
            sums.Add(d);
        }

        return days;
    }

    private static PeriodicReport? Before(Plan plan, ReportingPeriod period, IEnumerable<PeriodicReport> all) =>
        ReportingPeriods.Of(plan).Before(period) is { } before ? all.FirstOrDefault(r => r.PlanId == plan.Id && r.Id == before.Id) : null;
}
