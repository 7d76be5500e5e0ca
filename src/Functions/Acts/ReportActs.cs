using NtmServerless.Domain.Access;
using NtmServerless.Domain.Classes;
using NtmServerless.Domain.Plans;
using NtmServerless.Domain.Reporting;
using NtmServerless.Domain.Rules;
using NtmServerless.Domain.Time;
using NtmServerless.Functions.Edge;
using NtmServerless.Functions.Orchestrations;
using NtmServerless.Functions.Reporting;
using NtmServerless.Storage.Audit;
using NtmServerless.Storage.Classes;
using NtmServerless.Storage.Communication;
using NtmServerless.Storage.Reports;
using NtmServerless.Storage.Tours;

namespace NtmServerless.Functions.Acts;

/// <summary>Periodic and ad-hoc reports: asking for one, adding it up from summary rows, approving it.</summary>
internal sealed class ReportActs(
    ReportShelf shelf, ClassSummaries classes, CommunicationLog communication, TourLedger tours, PlanActs plans,
    ReportPrint print, AuditTrail audit, TimeProvider time)
{
    /// <summary>Puts a period on the shelf and starts its cycle. A period is reported once, however often it is asked for.</summary>
    public async Task<PeriodicReport> AskAsync(string planId, ReportingPeriod period, string? byUnitId, LifecycleWaker waker, CancellationToken cancellation)
    {
        PeriodicReport report = await shelf.AskAsync(
            new PeriodicReport { PlanId = planId, Id = period.Id, Period = period, AskedAt = time.GetUtcNow(), AskedByUnitId = byUnitId }, cancellation);
        if (report.Stage == ReportStage.Asked)
            await waker.StartAsync(nameof(PeriodicReportCycle), InstanceId(report), new ReportId(planId, report.Id), cancellation);
        return report;
    }

    /// <summary>
    /// A report on any span of dates that is over, as the committee may ask at any time (plan, closing paragraph), or on a
    /// period of the calendar that was missed.
    /// </summary>
    public async Task<PeriodicReport> AskForSpanAsync(string planId, Ask<SpanForm> ask)
    {
        Plan plan = await plans.GetAsync(planId, ask.Cancellation);
        ReportingPeriod period = ask.Form.Check(plan, VietnamTime.DateOf(time.GetUtcNow()));
        PeriodicReport report = await AskAsync(planId, period, ask.Caller.UnitId, ask.Waker, ask.Cancellation);
        await audit.WriteAsync(Actor.Of(ask.Caller), "report-asked", report.Id, 1, ask.Cancellation);
        return report;
    }

    public async Task CompileAsync(ReportId id, CancellationToken cancellation)
    {
        PeriodicReport report = await shelf.GetAsync(id.PlanId, id.Id, cancellation);
        Plan plan = await plans.GetAsync(id.PlanId, cancellation);
        if (report.Stage == ReportStage.Asked)
        {
            ReportFigures figures = await FiguresAsync(plan, report.Period.From, report.Period.To, cancellation);
            ReportFigures yearSoFar = await FiguresAsync(plan, report.Period.YearStart, report.Period.To, cancellation);
            report = await shelf.ChangeAsync(id.PlanId, id.Id, r => r.Compile(figures, yearSoFar, time.GetUtcNow()), cancellation);
        }

        await shelf.StoreHtmlAsync(report, await print.RenderAsync(plan, report), cancellation);
    }

    public async Task<PeriodicReport> ApproveAsync(string planId, string id, Ask<NoForm> ask)
    {
        PeriodicReport approved = await shelf.ChangeAsync(planId, id, r => r.Approve(time.GetUtcNow()), ask.Cancellation);
        await audit.WriteAsync(Actor.Of(ask.Caller), "report-approved", id, 1, ask.Cancellation);
        Plan plan = await plans.GetAsync(planId, ask.Cancellation);
        await shelf.StoreHtmlAsync(approved, await print.RenderAsync(plan, approved), ask.Cancellation);
        await ask.Waker.RaiseOrStartAsync(
            nameof(PeriodicReportCycle), InstanceId(approved), new ReportId(planId, id), over: true, ask.Cancellation);
        return approved;
    }

    /// <summary>Planned against done of the whole plan year, up to today.</summary>
    public async Task<ReportFigures> ProgressAsync(string planId, CancellationToken cancellation)
    {
        Plan plan = await plans.GetAsync(planId, cancellation);
        ReportingPeriod year = ReportingPeriods.Of(plan).YearOf(plan.Year);
        return await FiguresAsync(plan, year.From, year.To, cancellation);
    }

    private async Task<ReportFigures> FiguresAsync(Plan plan, DateOnly from, DateOnly to, CancellationToken cancellation) => ReportFigures.Of(
        plan, from, to,
        await classes.OfPlanAsync(plan.Id, cancellation),
        await communication.DaysAsync(plan.Id, from, to, cancellation),
        await tours.OfPlanAsync(plan.Id, cancellation));

    internal static string InstanceId(PeriodicReport report) => $"{report.PlanId}-{report.Id}";
}

/// <summary>Any span of dates, both ends belong to it; or the id of a calendar period such as <c>month-2024-05</c>.</summary>
internal sealed record SpanForm(DateOnly? From, DateOnly? To, string? Period = null)
{
    public ReportingPeriod Check(Plan plan, DateOnly today)
    {
        if (!string.IsNullOrEmpty(Period))
        {
            ReportingPeriod asked = ReportingPeriods.Of(plan).OfYear(plan.Year).FirstOrDefault(p => p.Id == Period)
                ?? throw new RuleBrokenException(Rule.PeriodUnknown);
            return asked.To < today ? asked : throw new RuleBrokenException(Rule.PeriodNotOver);
        }

        Checks checks = new();
        ReportingPeriod year = ReportingPeriods.Of(plan).YearOf(plan.Year);
        checks.Require(From is not null, "from", "required");
        checks.Require(To is not null, "to", "required");
        checks.Require(From is null || From >= year.From, "from", "outside-plan-year", ("year", $"{plan.Year}"));
        checks.Require(From is null || To is null || To >= From, "to", "end-before-start");
        checks.Require(To is null || To < today, "to", "in-the-future");
        checks.ThrowIfAny();
        return new ReportingPeriod(PeriodKind.AdHoc, plan.Year, 0, From!.Value, To!.Value);
    }
}
