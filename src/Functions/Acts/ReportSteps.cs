using NtmServerless.Domain.Classes;
using NtmServerless.Domain.Plans;
using NtmServerless.Domain.Reporting;
using NtmServerless.Domain.Reporting.Answers;
using NtmServerless.Domain.Reporting.Cycle;
using NtmServerless.Functions.Orchestrations;
using NtmServerless.Functions.Reporting;
using NtmServerless.Storage.Classes;
using NtmServerless.Storage.Reports;

namespace NtmServerless.Functions.Acts;

/// <summary>Carries out what the checklist of a report says. Each step looks again whether it is due, and may be repeated.</summary>
internal sealed class ReportSteps(
    ReportShelf shelf, ReportCompilation compilation, ClassSummaries classes, PlanActs plans, ReportPrint print, TimeProvider time)
{
    public async Task CarryOutAsync(ReportId id, ReportStep step, CancellationToken cancellation)
    {
        Plan plan = await plans.GetAsync(id.PlanId, cancellation);
        switch (step)
        {
            case ReportStep.AskUnits:
                await AskUnitsAsync(plan, id, cancellation);
                break;
            case ReportStep.Compile:
                await CompileAsync(plan, id, cancellation);
                break;
            case ReportStep.Issue:
                await IssueAsync(plan, id, cancellation);
                break;
            default:
                await StepAsync(id, "report-reminded", r => ReportDecisions.Remind(r, step, ReportPosts.Of(plan), time.GetUtcNow()), cancellation);
                break;
        }
    }

    private async Task AskUnitsAsync(Plan plan, ReportId id, CancellationToken cancellation)
    {
        PeriodicReport report = await shelf.GetAsync(id.PlanId, id.Id, cancellation);
        if (!ReportDecisions.IsDue(report, ReportStep.AskUnits, time.GetUtcNow())) return;
        HashSet<string> leads = new(StringComparer.Ordinal);
        await foreach (TrainingClass c in classes.EachAsync(plan.Id, cancellation))
            if (ReportOwers.OwesReport(report.Period, c)) leads.Add(c.LeadUnitId);
        IReadOnlyList<ReportOwed> owers = ReportOwers.Of(plan, report.Period, leads);
        await StepAsync(id, "report-units-asked", r => ReportDecisions.AskUnits(r, owers, plan.Reporting.DueWorkingDays, time.GetUtcNow()), cancellation);
    }

    private async Task CompileAsync(Plan plan, ReportId id, CancellationToken cancellation)
    {
        PeriodicReport report = await shelf.StepAsync(id.PlanId, id.Id, "report-compiled", async r => new ReportChange(
            ReportDecisions.IsDue(r, ReportStep.Compile, time.GetUtcNow())
                ? ReportDecisions.Compile(r, await compilation.MakeAsync(plan, r, cancellation), ReportPosts.Of(plan).Compiler, time.GetUtcNow())
                : new ReportOutcome(r)), cancellation);
        // A crash between the two leaves a report without its print; the repeated step makes it good.
        if (report.Figures is not null) await StorePrintAsync(plan, report, cancellation);
    }

    private async Task IssueAsync(Plan plan, ReportId id, CancellationToken cancellation)
    {
        PeriodicReport report = await shelf.GetAsync(id.PlanId, id.Id, cancellation);
        if (!ReportDecisions.IsDue(report, ReportStep.Issue, time.GetUtcNow())) return;
        await StorePrintAsync(plan, report, cancellation);
        await StepAsync(id, "report-issued", r => ReportDecisions.Issue(r, [], ReportPosts.Recipients(plan), time.GetUtcNow()), cancellation);
    }

    public async Task StorePrintAsync(Plan plan, PeriodicReport report, CancellationToken cancellation) =>
        await shelf.StoreHtmlAsync(report, await print.RenderAsync(plan, report), cancellation);

    private Task<PeriodicReport> StepAsync(ReportId id, string what, Func<PeriodicReport, ReportOutcome> decide, CancellationToken cancellation) =>
        shelf.StepAsync(id.PlanId, id.Id, what, r => Task.FromResult(new ReportChange(decide(r))), cancellation);
}
