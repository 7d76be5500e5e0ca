using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Classes;

/// <summary>The list of a plan's classes, and a new one. The list reads one row a class and nothing else.</summary>
public sealed class ClassListPages(
    CurrentPlan current, ClassSummaries summaries, DeclarationStore declarations, ShareStore shares, YearStandings years, ClassActs acts, PageAnswers answers,
    PagePosts posts, VietnameseTexts texts, TimeProvider time)
{
    [Function(nameof(ShowClassList))]
    [ShowsTheRest]
    [Callers(Roles.Everyone)]
    public async Task<IResult> ShowClassList([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ClassRoutes.List)] HttpRequest request)
    {
        (Plan plan, IReadOnlyList<TrainingClass> found, IReadOnlyList<TrainingClass> all) = await FindAsync(request);
        Caller caller = request.Caller();
        bool mayPlan = caller.Role is Role.Administrator or Role.LeadUnit or Role.Commune;
        ClassLine[] lines = [.. found.Select(c => ClassLine.Of(caller, plan, c, time.GetUtcNow())).OrderBy(l => l.Group)];
        ClassGroup? group = request.Choice<ClassGroup>(ClassFilter.OfGroup);
        ClassCount? count = ClassCount.Find(request.Text(ClassCount.Field));
        return answers.Page<ClassListPage, ClassList>(request, new ClassList(
            plan, request.SliceOf(group is null ? lines : [.. lines.Where(l => l.Group == group)]), all, lines.CountBy(l => l.Group).ToDictionary(),
            group, request.PathWithout(ClassFilter.OfGroup, ListAsk.PageParameter), ClassPaths.Export + request.Filters(), mayPlan)
        {
            Count = count,
            Declared = await DeclaredAsync(plan, request),
            Sum = lines.Where(l => group is null || l.Group == group).Sum(l => (long)(count?.Of(l.Class) ?? 0)),
        }, request.Typed());
    }

    // Only the list behind a figure asks for them: one query more.
    private async Task<IReadOnlyList<DeclaredClass>> DeclaredAsync(Plan plan, HttpRequest request) => request.Text(ClassFilter.OfStage) is { } stages
        ? FilterOf(request).Of(await declarations.OfPlanAsync(plan.Id, request.HttpContext.RequestAborted), plan, stages) : [];

    [Function(nameof(ExportClassList))]
    [Callers(Roles.Everyone)]
    public async Task<IResult> ExportClassList([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ClassRoutes.Export)] HttpRequest request)
    {
        (Plan plan, IReadOnlyList<TrainingClass> found, _) = await FindAsync(request);
        return Results.File(ClassListSheet.Write(plan, found, texts, time.GetUtcNow()), TableFile.MediaType, $"lop-{plan.Id}.xlsx");
    }

    [Function(nameof(AskForNewClass))]
    [Callers(Roles.Organisers)]
    public async Task<IResult> AskForNewClass([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ClassRoutes.New)] HttpRequest request)
    {
        NewClass model = await NewAsync(request);
        return answers.Page<NewClassPage, NewClass>(request, model,
            FormState.With(("streamId", request.Query[ClassFilter.OfStream]), ("hostUnitId", request.Query[ClassFilter.OfHost])));
    }

    [Function(nameof(PlanNewClass))]
    [Callers(Roles.Organisers)]
    public Task<IResult> PlanNewClass(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ClassRoutes.New)] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        posts.DoAsync<ClassForm>(request, client, async ask =>
        {
            Plan plan = await current.OfAsync(request);
            TrainingClass c = await acts.PlanAsync(plan.Id, ask);
            return PageAnswers.GoTo(ClassPaths.Of(c.Id), "class-planned");
        }, async (state, status) => answers.Page<NewClassPage, NewClass>(request, await NewAsync(request), state, status));

    private async Task<(Plan Plan, IReadOnlyList<TrainingClass> Found, IReadOnlyList<TrainingClass> All)> FindAsync(HttpRequest request)
    {
        Plan plan = await current.OfAsync(request);
        IReadOnlyList<TrainingClass> all = await summaries.OfPlanAsync(plan.Id, request.HttpContext.RequestAborted);
        return (plan, FilterOf(request).Of(all, plan, request.Caller().UnitId, time.GetUtcNow()), all);
    }

    private static ClassFilter FilterOf(HttpRequest request) => new(
        StageGroups.Of(request.Text(ClassFilter.OfStage)),
        request.Text(ClassFilter.OfStream),
        request.Text(ClassFilter.OfLead),
        request.Text(ClassFilter.OfHost),
        request.Number(ClassFilter.OfQuarter),
        request.Text(ClassFilter.OfText),
        request.Text(ClassFilter.OfMine) is not null,
        request.Number(ClassFilter.OfApproved));

    private async Task<NewClass> NewAsync(HttpRequest request)
    {
        Plan plan = await current.OfAsync(request);
        Caller caller = request.Caller();
        IReadOnlyList<TrainingClass> all = await summaries.OfPlanAsync(plan.Id, request.HttpContext.RequestAborted);
        PlanShares dealt = await shares.FindAsync(plan.Id, request.HttpContext.RequestAborted);
        IReadOnlyList<DeclaredShare> declared = DeclarationDecisions.SharesOf(await declarations.OfPlanAsync(plan.Id, request.HttpContext.RequestAborted));
        return new NewClass(plan,
            [.. plan.Streams.Where(s => caller.IsAdministrator || plan.FindUnit(caller.UnitId) is { } unit && s.Lead.MayBeLedBy(unit))
                .Select(s => !caller.IsAdministrator && dealt.ShareOf(s.Id, caller.UnitId) is { } share
                    ? new StreamCount(s, dealt.UsedBy(caller.UnitId, s.Id, all, declared), share)
                    : new StreamCount(
                        s, all.Count(c => c.StreamId == s.Id && c.Stage != ClassStage.Cancelled) + declared.Count(d => d.StreamId == s.Id)))],
            [.. plan.Units.Where(u => caller.MayPlanFor(u.Id) && plan.Streams.Any(s => s.Lead.MayBeLedBy(u)))],
            await years.OfAsync(plan, request.HttpContext.RequestAborted));
    }
}
