using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace NtmServerless.Functions.Units;

/// <summary>The units of the plan and what it asks of them.</summary>
public sealed class UnitPages(CurrentPlan current, ClassSummaries summaries, PageAnswers answers, VietnameseTexts texts)
{
    private const string List = "can-bo/don-vi";

    [Function(nameof(ShowUnits))]
    [Callers(Role.Administrator, Role.LeadUnit, Role.Commune, Role.CultureOffice, Role.Committee)]
    public async Task<IResult> ShowUnits([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = List)] HttpRequest request)
    {
        (Plan plan, UnitLine[] found) = await FoundAsync(request);
        return answers.Page<UnitsPage, UnitsView>(request, new UnitsView(
            plan, request.Choice<UnitKind>("loai"), request.Text("tim"), request.SliceOf(found), plan.Units.Count(u => u.Sample)));
    }

    [Function(nameof(ExportUnits))]
    [Callers(Role.Administrator, Role.LeadUnit, Role.Commune, Role.CultureOffice, Role.Committee)]
    public async Task<IResult> ExportUnits([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = List + "/xlsx")] HttpRequest request)
    {
        (Plan plan, UnitLine[] found) = await FoundAsync(request);
        string[] columns =
            [texts["unit.name"], texts["unit.short-name"], texts["unit.kind"], texts["unit.parent"], texts["unit.classes-led"], texts["unit.sample"], texts["unit.note"]];
        return ListAsk.File("don-vi", texts["unit.title"], columns, found.Select(l => new object?[]
        {
            l.Unit.Name, l.Unit.ShortName, texts[$"unit.kind-{Codes.Key(l.Unit.Kind)}"], l.Unit.ParentId is { } p ? plan.FindUnit(p)?.Name ?? p : null,
            l.ClassesLed, l.Unit.Sample ? "x" : null, l.Unit.Note,
        }));
    }

    [Function(nameof(ShowUnit))]
    [Callers(Role.Administrator, Role.LeadUnit, Role.Commune, Role.CultureOffice, Role.Committee)]
    public async Task<IResult> ShowUnit([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = List + "/{unitId}")] HttpRequest request, string unitId)
    {
        Plan plan = await current.OfAsync(request);
        Unit unit = plan.FindUnit(unitId) ?? throw new RecordMissingException("unit");
        IReadOnlyList<TrainingClass> classes = await summaries.OfPlanAsync(plan.Id, request.HttpContext.RequestAborted);
        return answers.Page<UnitPage, UnitView>(request, new UnitView(
            plan, unit, [.. classes.Where(c => c.LeadUnitId == unit.Id)], [.. classes.Where(c => c.HostUnitId == unit.Id && c.LeadUnitId != unit.Id)]));
    }

    private async Task<(Plan Plan, UnitLine[] Found)> FoundAsync(HttpRequest request)
    {
        Plan plan = await current.OfAsync(request);
        ILookup<string, TrainingClass> led = (await summaries.OfPlanAsync(plan.Id, request.HttpContext.RequestAborted)).ToLookup(c => c.LeadUnitId);
        UnitKind? kind = request.Choice<UnitKind>("loai");
        string? words = request.Text("tim") is { } text ? Folding.Fold(text) : null;
        return (plan,
        [
            .. plan.Units.Where(u => kind is null || u.Kind == kind)
                .Where(u => words is null || Folding.Fold($"{u.Name} {u.ShortName}").Contains(words, StringComparison.Ordinal))
                .Select(u => new UnitLine(u, led[u.Id].Count())),
        ]);
    }
}
