using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace NtmServerless.Functions.Home;

/// <summary>
/// What an officer sees first. Reads summary rows only: one query each of classes, tours, reports, declared classes and the month's work; for the
/// administrator of an office that is still beginning one more of accounts.
/// </summary>
public sealed class HomePages(
    CurrentPlan current, PlanStore plans, YearEndStore yearEnds, ClassSummaries classes, TourStore tours, PeriodicReportStore reports,
    CommunicationStore communication, DeclarationStore declarations, ShareStore shares, FirstStepsActs firstSteps, PageAnswers answers, TimeProvider time)
{
    [Function(nameof(ShowHome))]
    [ShowsTheRest]
    [Callers(Roles.Everyone)]
    public async Task<IResult> ShowHome([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = HomeRoutes.Home)] HttpRequest request)
    {
        Plan? plan = await current.FindAsync(request);
        if (plan is null) return answers.Page<HomePage, HomeView>(request, HomeView.Empty);
        (Caller caller, CancellationToken cancellation) = (request.Caller(), request.HttpContext.RequestAborted);
        HomeView view = await OfAsync(plan, caller, cancellation);
        return answers.Page<HomePage, HomeView>(request, view with { Earlier = await EarlierAsync(plan, caller, cancellation) });
    }

    // Only the first months of a year pay for it: until the year before is closed. It shows a number, so it reads what makes that number, no more.
    private async Task<EarlierYear?> EarlierAsync(Plan plan, Caller caller, CancellationToken cancellation)
    {
        if ((await plans.ListAsync(cancellation)).Where(p => p.Year == plan.Year - 1)
            .MinBy(p => p.Id.Value, StringComparer.Ordinal) is not { } earlier) return null;
        if ((await yearEnds.FindAsync(earlier.Id, cancellation)).ClosedAt is not null) return null;
        DateOnly today = VietnamTime.DateOf(time.GetUtcNow());
        int duties = OfficerAgenda.Of(
            caller, earlier, await classes.OfPlanAsync(earlier.Id, cancellation), await tours.OfPlanAsync(earlier.Id, cancellation),
            await reports.OfPlanAsync(earlier.Id, cancellation), [], await declarations.OfPlanAsync(earlier.Id, cancellation), time.GetUtcNow(),
            today.Year > earlier.Year ? null : await shares.FindAsync(earlier.Id, cancellation)).Count;
        return duties > 0 || caller.MayCompile(earlier) ? new EarlierYear(earlier, duties, caller.MayCompile(earlier)) : null;
    }

    private async Task<HomeView> OfAsync(Plan plan, Caller caller, CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        IReadOnlyList<TrainingClass> all = await classes.OfPlanAsync(plan.Id, cancellation);
        IReadOnlyList<StudyTour> travelling = await tours.OfPlanAsync(plan.Id, cancellation);
        IReadOnlyList<PeriodicReport> made = await reports.OfPlanAsync(plan.Id, cancellation);
        IReadOnlyList<DeclaredClass> declared = await declarations.OfPlanAsync(plan.Id, cancellation);
        IReadOnlyList<CommunicationDay> month = await MonthAsync(plan, caller, VietnamTime.DateOf(now), cancellation);
        return new HomeView(
            plan,
            OfficerAgenda.Of(caller, plan, all, travelling, made, month, declared, now, await shares.FindAsync(plan.Id, cancellation)),
            ComingUp.Of(caller, plan, all, travelling, now),
            all, travelling, made, declared, ProgressFigures.Of(plan, all, [], travelling, declared),
            caller.IsAdministrator && await firstSteps.WhileOpenAsync(plan, all, cancellation) is { } lines ? new FirstStepsView(plan, lines) : null);
    }

    private async Task<IReadOnlyList<CommunicationDay>> MonthAsync(Plan plan, Caller caller, DateOnly today, CancellationToken cancellation)
    {
        if (!plan.OwesCommunication(caller.UnitId, today)) return [];
        ReportingPeriod month = ReportingPeriods.Of(plan).MonthOf(today);
        return await communication.DaysAsync(plan.Id, month.From, month.To, cancellation);
    }
}
