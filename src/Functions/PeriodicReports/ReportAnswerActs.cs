namespace NtmServerless.Functions.PeriodicReports;

/// <summary>Everything that a unit's form shows before it is filled in.</summary>
/// <param name="Logged">What the log says of the unit within the period.</param>
/// <param name="History">What it answered so far, the first first.</param>
/// <param name="ClassesWithoutReport">Classes that it led and whose reports are not approved.</param>
public sealed record AnswerSheet(
    PeriodicReport Report, string UnitId, IReadOnlyDictionary<CommunicationChannel, int> Logged, IReadOnlyList<UnitAnswer> History,
    IReadOnlyList<TrainingClass> ClassesWithoutReport);

/// <summary>Units answer to reports.</summary>
public sealed class ReportAnswerActs(
    PeriodicReportStore shelf, CommunicationStore communication, ClassSummaries classes, PlanActs plans, VietnameseTexts texts, TimeProvider time)
{
    public async Task<AnswerSheet> SheetAsync(PlanId planId, ReportId reportId, string? unitId, Caller caller, CancellationToken cancellation)
    {
        PeriodicReport report = await shelf.GetAsync(planId, reportId, cancellation);
        string unit = UnitOf(await plans.GetAsync(planId, cancellation), unitId, caller);
        bool leads = report.Owers.Any(o => o.UnitId == unit && o.Debts.Contains(ReportDebt.ClassReports));
        List<TrainingClass> without = [];
        if (leads)
        {
            await foreach (TrainingClass c in classes.EachAsync(planId, cancellation))
                if (c.LeadUnitId == unit && ReportOwers.OwesReport(report.Period, c)) without.Add(c);
        }

        return new AnswerSheet(
            report, unit, await LoggedAsync(report, unit, cancellation), await shelf.HistoryAsync(planId, reportId, unit, cancellation), without);
    }

    /// <summary>Takes a unit's answer; what it says beyond the log is logged first where the unit wants that.</summary>
    public async Task<UnitAnswer> AnswerAsync(PlanId planId, ReportId reportId, Ask<UnitAnswerForm> ask)
    {
        Plan plan = await plans.GetAsync(planId, ask.Cancellation);
        string unit = UnitOf(plan, ask.Form.UnitId, ask.Caller);
        UnitAnswer answer = await shelf.WriteAsync(
            planId, reportId, ask.Submission, "report-answered", ask.Waker, async r =>
            {
                ReportDecisions.EnsureTakesAnswer(r, unit);
                UnitAnswer given = ask.Form.Check(
                    r, plan, unit, await LoggedAsync(r, unit, ask.Cancellation), await FormerAsync(r, unit, ask.Cancellation), Actor.Of(ask.Caller), time.GetUtcNow());
                if (ask.Form.LogTheRest == true) given = await LogTheRestAsync(r, given, ask);
                return new ReportChange(ReportDecisions.Answer(r, given), given);
            },
            change => change.Answer!, ask.Cancellation);
        PeriodicReport report = await shelf.GetAsync(planId, reportId, ask.Cancellation);
        // Only the last answer that was missing moves the cycle on before its time.
        if (report.Stage == ReportStage.Asked && !report.Missing().Any()) await shelf.WakeAsync(ask.Waker, report, ask.Cancellation);
        return answer;
    }

    private static string UnitOf(Plan plan, string? asked, Caller caller)
    {
        string unit = asked ?? caller.UnitId;
        if (!caller.MayAnswerFor(unit)) throw new ForbiddenException();
        return asked is null || plan.FindUnit(asked) is not null ? unit : throw new InvalidInputException("unitId", "unit-unknown");
    }

    // Each entry has a key made of what it makes up for: a repeat after a crash finds it logged, and of two answers at once one logs it.
    private async Task<UnitAnswer> LogTheRestAsync(PeriodicReport report, UnitAnswer answer, Ask<UnitAnswerForm> ask)
    {
        List<ChannelCount> counts = [];
        foreach (ChannelCount count in answer.Counts)
        {
            for ((int left, int n) = (count.Difference, 0); left > 0; left -= MostAnEntry, n++)
            {
                int part = Math.Min(left, MostAnEntry);
                string key = $"rest/{report.Id}/{answer.UnitId}/{answer.Revision}/{count.Channel}/{n}";
                await communication.LogAsync(
                    report.PlanId, new Submission(key, key, ask.Submission.By),
                    new CommunicationActivity(
                        Guid.NewGuid().ToString("N")[..12], answer.UnitId, count.Channel, report.Period.To,
                        texts["answer.logged-subject", ("period", texts.Period(report.Period))], part, null, time.GetUtcNow()), ask.Cancellation);
            }

            counts.Add(count.Difference > 0 ? count with { Logged = count.Said } : count);
        }

        return answer with { Counts = counts };
    }

    private const int MostAnEntry = 10_000;

    private async Task<IReadOnlyDictionary<CommunicationChannel, int>> LoggedAsync(PeriodicReport report, string unit, CancellationToken cancellation) =>
        LoggedCounts.Of(await communication.DaysAsync(report.PlanId, report.Period.From, report.Period.To, cancellation), unit);

    private async Task<AnswerHead[]> FormerAsync(PeriodicReport report, string unit, CancellationToken cancellation) =>
    [
        .. (await shelf.OfPlanAsync(report.PlanId, cancellation)).Where(r => r.Period.Kind == report.Period.Kind && r.Period.To < report.Period.From)
            .Select(r => r.AnswerOf(unit)).OfType<AnswerHead>(),
    ];
}
