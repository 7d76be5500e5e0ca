using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Documents;

/// <summary>Every document of a plan: the list, one document, those of the plan as a whole.</summary>
public sealed class DocumentPages(
    DocumentActs acts, PlanDocumentActs ofPlan, CurrentPlan current, PageAnswers answers, PagePosts posts, FilePosts files, AskReader read, VietnameseTexts texts,
    TimeProvider time)
{
    [Function(nameof(ShowDocuments))]
    [ShowsTheRest]
    [Callers(Roles.Everyone)]
    public Task<IResult> ShowDocuments([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = DocumentRoutes.List)] HttpRequest request) =>
        ListAsync(request, FormState.Fresh(), StatusCodes.Status200OK);

    [Function(nameof(ExportDocuments))]
    [Callers(Roles.Everyone)]
    public async Task<IResult> ExportDocuments([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = DocumentRoutes.Export)] HttpRequest request)
    {
        (Plan plan, _, OfficialDocument[] found, _) = await FoundAsync(request);
        return ListAsk.File("van-ban", texts["document.title"], DocumentSheets.Columns(texts), DocumentSheets.Lines(texts, plan, found));
    }

    [Function(nameof(ShowOneDocument))]
    [Callers(Roles.Everyone)]
    public Task<IResult> ShowOneDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = DocumentRoutes.One)] HttpRequest request, string documentId) =>
        ShowAsync(request, documentId, FormState.Fresh(), StatusCodes.Status200OK);

    [Function(nameof(PostSignedDocument))]
    [TakesFiles]
    [Callers(Roles.Organisers)]
    public async Task<IResult> PostSignedDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = DocumentRoutes.SignedScan)] HttpRequest request,
        string documentId, [DurableClient] DurableTaskClient client)
    {
        Plan plan = await current.OfAsync(request);
        await acts.EnsureSignedByAsync(plan.Id, Ids.Checked(documentId, "document"), request.Caller(), request.HttpContext.RequestAborted);
        return await files.DoAsync(request, async (form, key) =>
        {
            UploadedFile file = await UploadReader.ReadScanAsync(
                form, new UploadDescription(EvidenceKind.SignedSheet, null, null), request.HttpContext.RequestAborted);
            await using Stream content = file.Content;
            await acts.AttachAsync(plan.Id, documentId, read.Make(request, client, file, System.Text.Encoding.UTF8.GetBytes(file.Sha256), key));
            return PageAnswers.GoTo(request.Keep(DocumentPaths.Of(documentId)), "document-signed");
        }, (state, status) => ShowAsync(request, documentId, state, status));
    }

    [Function(nameof(PostWithdrawal))]
    [Callers(Roles.Organisers)]
    public async Task<IResult> PostWithdrawal(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = DocumentRoutes.Withdraw)] HttpRequest request,
        string documentId, [DurableClient] DurableTaskClient client)
    {
        Plan plan = await current.OfAsync(request);
        return await posts.DoAsync<ReasonForm>(request, client, async ask =>
        {
            await acts.WithdrawAsync(plan.Id, Ids.Checked(documentId, "document"), ask);
            return PageAnswers.GoTo(request.Keep(DocumentPaths.Of(documentId)), "document-withdrawn");
        }, (state, status) => ShowAsync(request, documentId, state with { Values = new Dictionary<string, string[]>(state.Values) { ["reason"] = [state.Value("reason") ?? ""] } }, status));
    }

    [Function(nameof(PostPlanDocument))]
    [Callers(Roles.Administrator)]
    public async Task<IResult> PostPlanDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = DocumentRoutes.MakePlan)] HttpRequest request, [DurableClient] DurableTaskClient client)
    {
        Plan plan = await current.OfAsync(request);
        return await posts.DoAsync<NoForm>(request, client, async ask => Made(request, await ofPlan.MakePlanAsync(plan.Id, ask)), (state, status) => ListAsync(request, state, status));
    }

    [Function(nameof(PostLogDocument))]
    [Callers(Roles.LogIssuers)]
    public async Task<IResult> PostLogDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = DocumentRoutes.MakeLog)] HttpRequest request, [DurableClient] DurableTaskClient client)
    {
        Plan plan = await current.OfAsync(request);
        return await posts.DoAsync<LogSpanForm>(request, client, async ask => Made(request, await ofPlan.MakeLogAsync(plan.Id, ask)), (state, status) => ListAsync(request, state, status));
    }

    private static IResult Made(HttpRequest request, OfficialDocument document) =>
        PageAnswers.GoTo(request.Keep(DocumentPaths.Of(document.Id)), "document-made");

    private async Task<(Plan Plan, DocumentFilter Filter, OfficialDocument[] Found, IReadOnlyList<OfficialDocument> All)> FoundAsync(HttpRequest request)
    {
        Plan plan = await current.OfAsync(request);
        DocumentFilter filter = new(request.Choice<DocumentKind>("loai"), request.Text("don-vi"), request.Choice<DocumentState>("tinh-trang"), request.Text("tim"));
        IReadOnlyList<OfficialDocument> all = await acts.OfPlanAsync(plan, request.Caller(), request.HttpContext.RequestAborted);
        return (plan, filter, [.. all.Where(filter.Matches)], all);
    }

    private async Task<IResult> ListAsync(HttpRequest request, FormState state, int status)
    {
        (Plan plan, DocumentFilter filter, OfficialDocument[] found, IReadOnlyList<OfficialDocument> all) = await FoundAsync(request);
        HashSet<string> issuers = [.. all.Select(d => d.IssuingUnitId)];
        Caller caller = request.Caller();
        return answers.Page<DocumentListPage, DocumentListView>(request, new DocumentListView(
            plan, filter, request.SliceOf(found, DocumentPaths.List),
            [.. plan.Units.Where(u => issuers.Contains(u.Id))], caller.Role is Role.Administrator or Role.CultureOffice,
            caller.IsAdministrator, caller.MayKeepRegister(caller.UnitId), VietnamTime.DateOf(time.GetUtcNow())), state, status);
    }

    private async Task<IResult> ShowAsync(HttpRequest request, string documentId, FormState state, int status)
    {
        Plan plan = await current.OfAsync(request);
        (OfficialDocument document, bool mayKeep) = await acts.LookAsync(plan.Id, Ids.Checked(documentId, "document"), request.Caller(), request.HttpContext.RequestAborted);
        return answers.Page<DocumentPage, DocumentView>(request, new DocumentView(plan, document, mayKeep), state, status);
    }
}
