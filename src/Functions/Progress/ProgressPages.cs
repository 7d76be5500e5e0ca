using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace NtmServerless.Functions.Progress;

/// <summary>Planned against done, as charts and tables. Reads summary rows only, however many people registered.</summary>
public sealed class ProgressPages(
    CurrentPlan current, ClassSummaries classes, CommunicationStore communication, TourStore tours, PageAnswers answers, VietnameseTexts texts)
{
    [Function(nameof(ShowProgress))]
    [Callers(Roles.Everyone)]
    public async Task<IResult> ShowProgress([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ProgressRoutes.Progress)] HttpRequest request)
    {
        Plan? plan = await current.FindAsync(request);
        ProgressFigures? figures = plan is null ? null : await FiguresAsync(plan, request.HttpContext.RequestAborted);
        return answers.Page<ProgressPage, ProgressView>(request, new ProgressView(plan, figures, PathsOf(request)));
    }

    /// <summary>One table of the page, named by <c>bang</c>.</summary>
    [Function(nameof(ExportProgress))]
    [Callers(Roles.Everyone)]
    public async Task<IResult> ExportProgress([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ProgressRoutes.Export)] HttpRequest request)
    {
        string name = request.Query["bang"] is [{ } asked] && ProgressTables.Names.Contains(asked) ? asked : throw new RecordMissingException("page");
        Plan plan = await current.OfAsync(request);
        ProgressFigures figures = await FiguresAsync(plan, request.HttpContext.RequestAborted);
        FigureTable table = new ProgressTables(plan, figures, PathsOf(request), texts).Of(name);
        byte[] file = TableFile.Write(
            table.Title, table.Columns, table.AllLines.Select(l => (IReadOnlyList<object?>)[l.Name, .. l.Figures.Select(f => (object?)f.Value)]));
        return Results.File(file, TableFile.MediaType, $"tien-do-{name}-{plan.Year}.xlsx");
    }

    private async Task<ProgressFigures> FiguresAsync(Plan plan, CancellationToken cancellation)
    {
        ReportingPeriod year = ReportingPeriods.Of(plan).YearOf(plan.Year);
        return ProgressFigures.Of(
            plan,
            await classes.OfPlanAsync(plan.Id, cancellation),
            await communication.DaysAsync(plan.Id, year.From, year.To, cancellation),
            await tours.OfPlanAsync(plan.Id, cancellation));
    }

    private static ListPaths PathsOf(HttpRequest request) => new(request.Query[CurrentPlan.Parameter] is [{ Length: > 0 } id] ? new PlanId(id) : null);
}
