using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Documents;

/// <summary>The register of outgoing documents of a unit: its own, or any for the administrators.</summary>
public sealed class RegisterPages(PlanDocumentActs acts, CurrentPlan current, PageAnswers answers, PagePosts posts, VietnameseTexts texts, TimeProvider time)
{
    [Function(nameof(ShowDocumentRegister))]
    [ShowsTheRest]
    [Callers(Roles.Units)]
    public Task<IResult> ShowDocumentRegister([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = DocumentRoutes.Register)] HttpRequest request) =>
        ShowAsync(request, FormState.Fresh(), StatusCodes.Status200OK);

    [Function(nameof(ExportDocumentRegister))]
    [Callers(Roles.Units)]
    public async Task<IResult> ExportDocumentRegister(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = DocumentRoutes.RegisterExport)] HttpRequest request)
    {
        RegisterView view = await ViewAsync(request);
        return ListAsk.File($"so-van-ban-{view.Year}", texts["document.register-sheet"], DocumentSheets.Columns(texts), DocumentSheets.Lines(texts, view.Plan, view.Entries));
    }

    [Function(nameof(PostDocumentRegister))]
    [Callers(Roles.Units)]
    public async Task<IResult> PostDocumentRegister(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = DocumentRoutes.Register)] HttpRequest request, [DurableClient] DurableTaskClient client)
    {
        Plan plan = await current.OfAsync(request);
        return await posts.DoAsync<RegisterStartForm>(request, client, async ask =>
        {
            NumberRegister set = await acts.SetRegisterAsync(plan.Id, ask);
            return PageAnswers.GoTo(request.Keep(DocumentPaths.RegisterOf(set.Year, set.UnitId)), "document-register-set");
        }, (state, status) => ShowAsync(request, state, status));
    }

    [Function(nameof(PostRegisterDocument))]
    [Callers(Roles.Units)]
    public async Task<IResult> PostRegisterDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = DocumentRoutes.MakeRegister)] HttpRequest request, [DurableClient] DurableTaskClient client)
    {
        Plan plan = await current.OfAsync(request);
        return await posts.DoAsync<RegisterForm>(request, client, async ask =>
        {
            OfficialDocument made = await acts.MakeRegisterAsync(plan.Id, ask);
            return PageAnswers.GoTo(request.Keep(DocumentPaths.Of(made.Id)), "document-made");
        }, (state, status) => ShowAsync(request, state, status));
    }

    private async Task<IResult> ShowAsync(HttpRequest request, FormState state, int status) =>
        answers.Page<RegisterPage, RegisterView>(request, await ViewAsync(request), state, status);

    private async Task<RegisterView> ViewAsync(HttpRequest request)
    {
        Plan plan = await current.OfAsync(request);
        Caller caller = request.Caller();
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        int year = request.Number("nam") is { } asked and >= 2000 and <= 2100 ? asked : VietnamTime.DateOf(time.GetUtcNow()).Year;
        Unit[] units = [.. plan.Units.Where(u => caller.MayKeepRegister(u.Id))];
        Unit? unit = units.FirstOrDefault(u => u.Id == request.Text("don-vi")) ?? units.FirstOrDefault(u => u.Id == caller.UnitId) ?? units.FirstOrDefault();
        return unit is null
            ? new RegisterView(plan, year, null, units, [], [])
            : new RegisterView(plan, year, unit, units, await acts.RegistersAsync(year, unit.Id, cancellation), await acts.RegisterAsync(year, unit.Id, cancellation));
    }
}
