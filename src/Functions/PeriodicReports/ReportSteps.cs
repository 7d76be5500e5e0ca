namespace NtmServerless.Functions.PeriodicReports;

/// <summary>Carries out what the checklist of a report says. Each step looks again whether it is due, and may be repeated.</summary>
public sealed class ReportSteps(
    PeriodicReportStore shelf, ReportCompilation compilation, ClassSummaries classes, DaysOffStore days, PlanActs plans, ReportPrint print, ReportFiles files,
    ReportDocuments documents, TimeProvider time)
{
    public async Task CarryOutAsync(ReportRef id, ReportStep step, ICourier courier, CancellationToken cancellation)
    {
        Plan plan = await plans.GetAsync(id.PlanId, cancellation);
        switch (step)
        {
            case ReportStep.AskUnits:
                await AskUnitsAsync(plan, id, courier, cancellation);
                break;
            case ReportStep.Compile:
                await CompileAsync(plan, id, courier, cancellation);
                break;
            case ReportStep.Issue:
                await IssueAsync(plan, id, courier, cancellation);
                break;
            default:
                await StepAsync(id, "report-reminded", r => ReportDecisions.Remind(r, step, ReportPosts.Of(plan), time.GetUtcNow()), courier, cancellation);
                break;
        }
    }

    private async Task AskUnitsAsync(Plan plan, ReportRef id, ICourier courier, CancellationToken cancellation)
    {
        PeriodicReport report = await shelf.GetAsync(id.PlanId, id.Id, cancellation);
        if (!ReportDecisions.IsDue(report, ReportStep.AskUnits, time.GetUtcNow())) return;
        HashSet<string> leads = new(StringComparer.Ordinal);
        await foreach (TrainingClass c in classes.EachAsync(plan.Id, cancellation))
            if (ReportOwers.OwesReport(report.Period, c)) leads.Add(c.LeadUnitId);
        IReadOnlyList<ReportOwed> owers = ReportOwers.Of(plan, report.Period, leads);
        WorkCalendar calendar = await days.CalendarAsync(cancellation);
        await StepAsync(
            id, "report-units-asked", r => ReportDecisions.AskUnits(r, owers, plan.Reporting.DueWorkingDays, time.GetUtcNow()).WithAnswersDue(calendar),
            courier, cancellation);
    }

    private async Task CompileAsync(Plan plan, ReportRef id, ICourier courier, CancellationToken cancellation)
    {
        WorkCalendar calendar = await days.CalendarAsync(cancellation);
        PeriodicReport report = await shelf.StepAsync(id.PlanId, id.Id, "report-compiled", courier, async r => new ReportChange(
            ReportDecisions.IsDue(r, ReportStep.Compile, time.GetUtcNow())
                ? ReportDecisions.Compile(r, await compilation.MakeAsync(plan, r, cancellation), ReportPosts.Of(plan).Compiler, time.GetUtcNow())
                    .WithSubmissionDue(calendar)
                : new ReportOutcome(r)), cancellation);
        // A crash between the two leaves a report without its print; the repeated step makes it good.
        if (report.Figures is not null) await StorePrintAsync(plan, report, cancellation);
    }

    private async Task IssueAsync(Plan plan, ReportRef id, ICourier courier, CancellationToken cancellation)
    {
        PeriodicReport report = await shelf.GetAsync(id.PlanId, id.Id, cancellation);
        if (!ReportDecisions.IsDue(report, ReportStep.Issue, time.GetUtcNow())) return;
        await StorePrintAsync(plan, report, cancellation);
        (ReportFile file, IReadOnlyList<AnnexTable> answers) = await files.OfAsync(plan, report, cancellation);
        IReadOnlyList<OfficialDocument> issued = await documents.IssueReportAsync(file, answers, Actor.Lifecycle, cancellation);
        await StepAsync(
            id, "report-issued", r => ReportDecisions.Issue(r, [.. issued.Select(d => d.Id)], ReportPosts.Recipients(plan), time.GetUtcNow()), courier, cancellation);
    }

    public async Task StorePrintAsync(Plan plan, PeriodicReport report, CancellationToken cancellation) =>
        await shelf.StoreHtmlAsync(report, await print.RenderAsync(plan, report), cancellation);

    private Task<PeriodicReport> StepAsync(ReportRef id, string what, Func<PeriodicReport, ReportOutcome> decide, ICourier courier, CancellationToken cancellation) =>
        shelf.StepAsync(id.PlanId, id.Id, what, courier, r => Task.FromResult(new ReportChange(decide(r))), cancellation);
}
