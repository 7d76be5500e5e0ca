namespace NtmServerless.Functions.PeriodicReports;

/// <summary>The end of a plan's year: what is in no report yet, what is left out and why, and closing it.</summary>
public sealed class YearEndActs(
    PlanStore plans, PlanActs planActs, PeriodicReportStore shelf, YearEndStore kept, ClassSummaries classes, CommunicationStore communication,
    TourStore tours, DeclarationStore declarations, AuditTrail audit, TimeProvider time)
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
        IReadOnlyList<YearEndItem> items = YearEnds.Of(plan, all, travelled, declared, now, reports, today);
        return new YearEndView(plan, items, await kept.FindAsync(plan.Id, cancellation), today)
        {
            Classes = all.ToDictionary(c => c.Id.Value),
            Tours = travelled.ToDictionary(t => t.Id.Value),
            Declared = declared.ToDictionary(d => d.Id.Value),
            Reports = reports.Where(r => r.PlanId == plan.Id).ToDictionary(r => r.Id.Value),
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
        (string item, string? reason) = ask.Form.Check();
        Plan plan = await CompilersPlanAsync(planId, ask.Caller, ask.Cancellation);
        // Set aside is what the list shows; what changed since then is looked at again.
        if (reason is not null && (await ViewAsync(plan, ask.Caller, ask.Cancellation)).Items.All(i => i.Key != item))
            throw new RuleBrokenException(Rule.YearEndChanged);
        DateTimeOffset now = time.GetUtcNow();
        await kept.ChangeAsync(
            plan.Id, ask.Submission, reason is null ? "year-end-again" : "year-end-aside",
            k => reason is null ? k.Without(item) : k.With(new YearEndAside(item, reason, ask.Caller.UnitId, now)), ask.Cancellation);
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
