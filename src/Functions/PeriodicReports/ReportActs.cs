namespace NtmServerless.Functions.PeriodicReports;

/// <summary>Periodic and ad-hoc reports: asking for one, compiling, submitting, returning and approving it.</summary>
public sealed class ReportActs(
    PeriodicReportStore shelf, ReportCompilation compilation, ReportSteps steps, PlanActs plans, DaysOffStore days, AuditTrail audit,
    TimeProvider time)
{
    /// <summary>Puts a period on the shelf and starts its cycle. A period is reported once, however often it is asked for.</summary>
    public async Task<PeriodicReport> AskAsync(PlanId planId, ReportingPeriod period, string? byUnitId, IWakers waker, CancellationToken cancellation)
    {
        PeriodicReport report = await shelf.AskAsync(
            new PeriodicReport { PlanId = planId, Id = period.Id, Period = period, AskedAt = time.GetUtcNow(), AskedByUnitId = byUnitId }, cancellation);
        if (!report.IsOver) await waker.StartAsync(nameof(PeriodicReportCycle), PeriodicReportCycle.InstanceId(report), ReportRef.Of(report), cancellation);
        return report;
    }

    /// <summary>
    /// A report on any span of dates that is over, as the committee may ask at any time (plan, closing paragraph), or on a
    /// period of the calendar that was missed.
    /// </summary>
    public async Task<PeriodicReport> AskForSpanAsync(PlanId planId, Ask<SpanForm> ask)
    {
        Plan plan = await plans.GetAsync(planId, ask.Cancellation);
        ReportingPeriod period = ask.Form.Check(plan, await shelf.OfPlanAsync(planId, ask.Cancellation), VietnamTime.DateOf(time.GetUtcNow()));
        PeriodicReport report = await AskAsync(planId, period, ask.Caller.UnitId, ask.Waker, ask.Cancellation);
        await audit.WriteAsync(Actor.Of(ask.Caller), "report-asked", report.Id, 1, ask.Cancellation);
        return report;
    }

    /// <summary>Compiles now, without waiting for who is missing; or anew, with what came in since.</summary>
    public async Task<PeriodicReport> CompileAsync(PlanId planId, string id, Ask<NoForm> ask)
    {
        Plan plan = await CompilersPlanAsync(planId, ask.Caller, ask.Cancellation);
        WorkCalendar calendar = await days.CalendarAsync(ask.Cancellation);
        PeriodicReport compiled = await DecideAsync(planId, id, ask, "report-compiled", async r =>
            ReportDecisions.Compile(r, await compilation.MakeAsync(plan, r, ask.Cancellation), ReportPosts.Of(plan).Compiler, time.GetUtcNow())
                .WithSubmissionDue(calendar));
        await steps.StorePrintAsync(plan, compiled, ask.Cancellation);
        return compiled;
    }

    /// <summary>Hands the draft to whoever signs.</summary>
    public async Task<PeriodicReport> SubmitAsync(PlanId planId, string id, Ask<RemarkForm> ask)
    {
        CompilerRemark? remark = ask.Form.Check();
        Plan plan = await CompilersPlanAsync(planId, ask.Caller, ask.Cancellation);
        WorkCalendar calendar = await days.CalendarAsync(ask.Cancellation);
        return await DecideAsync(planId, id, ask, "report-submitted", async r => ReportDecisions.Submit(
            r, remark, (await compilation.ShelfAsync(plan, r, ask.Cancellation)).Reports, ReportPosts.Of(plan).Approver, time.GetUtcNow())
            .WithApprovalDue(calendar));
    }

    public async Task<PeriodicReport> ReturnAsync(PlanId planId, string id, Ask<ReasonForm> ask)
    {
        string reason = ask.Form.Check();
        Plan plan = await plans.GetAsync(planId, ask.Cancellation);
        WorkCalendar calendar = await days.CalendarAsync(ask.Cancellation);
        return await DecideAsync(planId, id, ask, "report-returned",
            r => Task.FromResult(ReportDecisions.Return(r, reason, ReportPosts.Of(plan).Compiler, time.GetUtcNow()).WithSubmissionDue(calendar)));
    }

    /// <summary>Closes the period. Its documents and its recipients follow by the checklist.</summary>
    public Task<PeriodicReport> ApproveAsync(PlanId planId, string id, Ask<NoForm> ask) =>
        DecideAsync(planId, id, ask, "report-approved", r => Task.FromResult(ReportDecisions.Approve(r, time.GetUtcNow())));

    /// <summary>Planned against done of the whole plan year, up to today.</summary>
    public async Task<ReportFigures> ProgressAsync(PlanId planId, CancellationToken cancellation) =>
        await compilation.ProgressAsync(await plans.GetAsync(planId, cancellation), cancellation);

    private async Task<Plan> CompilersPlanAsync(PlanId planId, Caller caller, CancellationToken cancellation)
    {
        Plan plan = await plans.GetAsync(planId, cancellation);
        return caller.MayCompile(plan) ? plan : throw new ForbiddenException();
    }

    private async Task<PeriodicReport> DecideAsync<T>(PlanId planId, string id, Ask<T> ask, string what, Func<PeriodicReport, Task<ReportOutcome>> decide)
    {
        PeriodicReport report = await shelf.WriteAsync(
            planId, id, ask.Submission, what, ask.Waker, async r => new ReportChange(await decide(r)), change => change.Outcome.Report, ask.Cancellation);
        await shelf.WakeAsync(ask.Waker, report, ask.Cancellation);
        return report;
    }
}
