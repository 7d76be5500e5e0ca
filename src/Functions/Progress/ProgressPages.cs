using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace NtmServerless.Functions.Progress;

/// <summary>Planned against done, on one screen, with the tables behind it. Reads summary rows only, however many people registered.</summary>
public sealed class ProgressPages(
    CurrentPlan current, ClassSummaries classes, CommunicationStore communication, TourStore tours, DeclarationStore declarations, PageAnswers answers,
    VietnameseTexts texts, TimeProvider time)
{
    [Function(nameof(ShowProgress))]
    [Callers(Roles.Everyone)]
    public async Task<IResult> ShowProgress([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ProgressRoutes.Progress)] HttpRequest request)
    {
        Plan? plan = await current.FindAsync(request);
        YearNow? year = plan is null ? null : await YearAsync(plan, request.HttpContext.RequestAborted);
        return answers.Page<ProgressPage, ProgressView>(request, new ProgressView(PathsOf(request), year));
    }

    /// <summary>One table of the page, named by <c>bang</c>.</summary>
    [Function(nameof(ExportProgress))]
    [Callers(Roles.Everyone)]
    public async Task<IResult> ExportProgress([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ProgressRoutes.Export)] HttpRequest request)
    {
        string name = request.Query["bang"] is [{ } asked] && ProgressTables.Names.Contains(asked) ? asked : throw new RecordMissingException("page");
        Plan plan = await current.OfAsync(request);
        YearNow year = await YearAsync(plan, request.HttpContext.RequestAborted);
        FigureTable table = new ProgressTables(plan, year.Figures, PathsOf(request), texts).Of(name);
        byte[] file = TableFile.Write(
            table.Title, table.Columns, table.AllLines.Select(l => (IReadOnlyList<object?>)[l.Name, .. l.Figures.Select(f => (object?)f.Value)]));
        return Results.File(file, TableFile.MediaType, $"tien-do-{name}-{plan.Year}.xlsx");
    }

    private async Task<YearNow> YearAsync(Plan plan, CancellationToken cancellation)
    {
        IReadOnlyCollection<TrainingClass> all = await classes.OfPlanAsync(plan.Id, cancellation);
        ProgressFigures figures = ProgressFigures.Of(
            plan, all, await communication.DaysAsync(plan.Id, cancellation), await tours.OfPlanAsync(plan.Id, cancellation),
            await declarations.OfPlanAsync(plan.Id, cancellation));
        DateTimeOffset now = time.GetUtcNow();
        return new YearNow(plan, figures, ProgressPace.Of(plan, figures, VietnamTime.DateOf(now)), YearCalendar.Of(plan, all, now));
    }

    private static ListPaths PathsOf(HttpRequest request) => new(request.Query[CurrentPlan.Parameter] is [{ Length: > 0 } id] ? new PlanId(id) : null);
}
