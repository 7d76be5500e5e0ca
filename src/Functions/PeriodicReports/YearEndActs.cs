namespace NtmServerless.Functions.PeriodicReports;

/// <summary>The end of a plan's year: what is in no report yet, what is left out and why, and closing it.</summary>
public sealed class YearEndActs(
    PlanStore plans, PlanActs planActs, PeriodicReportStore shelf, YearEndStore kept, ClassSummaries classes, CommunicationStore communication,
    TourStore tours, DeclarationStore declarations, YearStandings years, AuditTrail audit, TimeProvider time)
{
    /// <summary>What the page of a year's end shows.</summary>
    public async Task<YearEndView> ViewAsync(Plan plan, Caller caller, CancellationToken cancellation)
    {
        IReadOnlyCollection<TrainingClass> all = await classes.OfPlanAsync(plan.Id, cancellation);
        IReadOnlyCollection<StudyTour> travelled = await tours.OfPlanAsync(plan.Id, cancellation);
        IReadOnlyList<Plan> known = await plans.ListAsync(cancellation);
        IReadOnlyList<PeriodicReport> reports = await ReportsAsync(plan, known, cancellation);
        DateOnly today = VietnamTime.DateOf(time.GetUtcNow());
        IReadOnlyList<DeclaredClass> declared = await declarations.OfPlanAsync(plan.Id, cancellation);
        ReportFigures now = ReportFigures.Of(FigureSums.OfAll(plan), all, await communication.DaysAsync(plan.Id, cancellation), travelled, declared);
        IReadOnlyList<PlanBeside> beside = await BesideAsync(plan, today, cancellation);
        IReadOnlyList<YearEndItem> items = YearEnds.Of(plan, all, travelled, declared, now, reports, today, beside);
        return new YearEndView(plan, items, await kept.FindAsync(plan.Id, cancellation), today)
        {
            Classes = all.ToDictionary(c => c.Id.Value),
            Tours = travelled.ToDictionary(t => t.Id.Value),
            Declared = declared.ToDictionary(d => d.Id.Value),
            Reports = reports.Where(r => r.PlanId == plan.Id).ToDictionary(r => r.Id.Value),
            Beside = beside,
            Next = CarriedPlans.NextOf(plan, known),
            NoSupplement = Supplements.WhyNot(plan, [.. reports.Where(r => r.PlanId == plan.Id)], today),
            MayAct = caller.MayCompile(plan),
            MayChoose = caller.MayCompile(plan) && !IsCountedElsewhere(plan, reports),
        };
    }

    /// <summary>Chooses where what comes late is counted.</summary>
    /// <exception cref="RuleBrokenException"><see cref="Rule.AfterYearEndFixed"/>: something late was reported already.</exception>
    public async Task ChooseAsync(PlanId planId, Ask<AfterYearEndForm> ask)
    {
        AfterYearEnd chosen = ask.Form.Check();
        Plan plan = await CompilersPlanAsync(planId, ask.Caller, ask.Cancellation);
        IReadOnlyList<PeriodicReport> reports = await ReportsAsync(plan, await plans.ListAsync(ask.Cancellation), ask.Cancellation);
        if (IsCountedElsewhere(plan, reports)) throw new RuleBrokenException(Rule.AfterYearEndFixed);
        await plans.ChangeAsync(planId, p => p with { Reporting = p.Reporting with { AfterYearEnd = chosen } }, time.GetUtcNow(), ask.Cancellation);
        await audit.WriteAsync(Actor.Of(ask.Caller), "after-year-end-set", planId, 1, ask.Cancellation);
    }

    /// <summary>Leaves something out of the year's reports with a reason, or takes it up again.</summary>
    public async Task SetAsideAsync(PlanId planId, Ask<YearEndAsideForm> ask)
    {
        (IReadOnlyList<string> items, string? reason) = ask.Form.Check();
        Plan plan = await CompilersPlanAsync(planId, ask.Caller, ask.Cancellation);
        // Set aside is what the list shows; what changed since then is looked at again.
        if (reason is not null && items.Except((await ViewAsync(plan, ask.Caller, ask.Cancellation)).Items.Select(i => i.Key)).Any())
            throw new RuleBrokenException(Rule.YearEndChanged);
        DateTimeOffset now = time.GetUtcNow();
        await kept.ChangeAsync(
            plan.Id, ask.Submission, reason is null ? "year-end-again" : "year-end-aside", before => items.Aggregate(before, (k, item) =>
                reason is null ? k.Without(item) : k.With(new YearEndAside(item, reason, ask.Caller.UnitId, now))), ask.Cancellation);
    }

    /// <summary>Closes the year: nothing is open that was not set aside.</summary>
    /// <exception cref="RuleBrokenException"><see cref="Rule.YearNotSettled"/>, <see cref="Rule.PeriodNotOver"/>.</exception>
    public async Task CloseAsync(PlanId planId, Ask<NoForm> ask)
    {
        Plan plan = await CompilersPlanAsync(planId, ask.Caller, ask.Cancellation);
        YearEndView view = await ViewAsync(plan, ask.Caller, ask.Cancellation);
        await kept.ChangeAsync(
            planId, ask.Submission, "year-closed", k => k.Close(plan, view.Items.Count(i => k.Aside.All(a => a.Key != i.Key)), ask.Caller.UnitId,
                time.GetUtcNow()), ask.Cancellation);
    }

    /// <summary>Opens a closed year again.</summary>
    public async Task OpenAsync(PlanId planId, Ask<NoForm> ask)
    {
        Plan plan = await CompilersPlanAsync(planId, ask.Caller, ask.Cancellation);
        await kept.ChangeAsync(plan.Id, ask.Submission, "year-opened", k => k.Open(), ask.Cancellation);
    }

    // Nothing can stand in two plans before the later one's first day.
    private async Task<IReadOnlyList<PlanBeside>> BesideAsync(Plan plan, DateOnly today, CancellationToken cancellation)
    {
        List<PlanBeside> beside = [];
        foreach ((Plan later, DateOnly from, DateOnly to) in await years.NeighboursAsync(plan, cancellation))
        {
            if (later.Year < plan.Year || from > today) continue;
            beside.Add(new PlanBeside(
                new NeighbourClasses(later, await classes.OfPlanAsync(later.Id, cancellation), await declarations.OfPlanAsync(later.Id, cancellation)),
                await communication.ActivitiesAsync(plan.Id, from, to, cancellation), await communication.ActivitiesAsync(later.Id, from, to, cancellation)));
        }

        return beside;
    }

    // Once a late record stands in a report, another choice would count it twice or never.
    private static bool IsCountedElsewhere(Plan plan, IEnumerable<PeriodicReport> reports) => reports.Any(r => r.PlanId == plan.Id
        ? r.Period.Kind == PeriodKind.Supplement : r.Carried.Any(c => c.PlanId == plan.Id && c.HasAny));

    private async Task<IReadOnlyList<PeriodicReport>> ReportsAsync(Plan plan, IReadOnlyList<Plan> known, CancellationToken cancellation)
    {
        List<PeriodicReport> reports = [.. await shelf.OfPlanAsync(plan.Id, cancellation)];
        foreach (Plan later in known.Where(p => p.Year > plan.Year)) reports.AddRange(await shelf.OfPlanAsync(later.Id, cancellation));
        return reports;
    }

    private async Task<Plan> CompilersPlanAsync(PlanId planId, Caller caller, CancellationToken cancellation)
    {
        Plan plan = await planActs.GetAsync(planId, cancellation);
        return caller.MayCompile(plan) ? plan : throw new ForbiddenException();
    }
}
