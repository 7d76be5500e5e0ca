using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Evidence;

/// <summary>Signed sheets and photos of a class.</summary>
public sealed class EvidencePages(EvidenceActs evidence, EvidenceUploads uploads, PageAnswers answers, PagePosts posts, Problems problems)
{
    [Function(nameof(ShowEvidence))]
    [ShowsTheRest]
    [Callers(Roles.Organisers)]
    public Task<IResult> ShowEvidence([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = EvidenceRoutes.One)] HttpRequest request, ClassId classId) =>
        ShowAsync(request, classId);

    [Function(nameof(SendEvidence))]
    [TakesFiles]
    [Callers(Roles.Organisers)]
    public async Task<IResult> SendEvidence(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = EvidenceRoutes.One)] HttpRequest request,
        ClassId classId, [DurableClient] DurableTaskClient client)
    {
        await evidence.EnsureTakenAsync(classId, request.Caller(), null, request.HttpContext.RequestAborted);
        IFormCollection form = FormCollection.Empty;
        try
        {
            form = await UploadReader.FormAsync(request);
            IReadOnlyList<FileOutcome> outcomes = await uploads.TakeAsync(request, client, classId, form);
            return outcomes.All(o => o.Refused is null)
                ? PageAnswers.GoTo(EvidencePaths.Of(classId), "files-taken")
                : await ShowAsync(request, classId, outcomes: outcomes, status: StatusCodes.Status422UnprocessableEntity);
        }
        catch (Exception e) when (e is InvalidInputException or BadFormException)
        {
            Problem problem = problems.Of(e);
            return await ShowAsync(request, classId, PagePosts.StateOf(form, problem, Guid.NewGuid().ToString("N")), problem.Status);
        }
    }

    [Function(nameof(EraseEvidence))]
    [Callers(Roles.Organisers)]
    public Task<IResult> EraseEvidence(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = EvidenceRoutes.Erase)] HttpRequest request,
        ClassId classId, string sha256, [DurableClient] DurableTaskClient client) =>
        posts.DoAsync<ReasonForm>(request, client, async ask =>
        {
            await evidence.ErasePhotoAsync(classId, Ids.Checked(sha256, "evidence"), ask);
            return PageAnswers.GoTo(EvidencePaths.Of(classId), "photo-erased");
        }, (state, status) => ShowAsync(request, classId, state, status, erasing: sha256));

    private async Task<IResult> ShowAsync(
        HttpRequest request, ClassId classId, FormState? form = null, int status = StatusCodes.Status200OK,
        IReadOnlyList<FileOutcome>? outcomes = null, string? erasing = null)
    {
        EvidencePageData shelf = await evidence.ShelfAsync(classId, request.Caller(), request.HttpContext.RequestAborted);
        return answers.Page<EvidencePage, EvidenceView>(
            request, new EvidenceView(shelf.Class, shelf.Plan, shelf.Files, Closed(shelf), outcomes ?? [], erasing), form, status);
    }

    private FormProblem? Closed(EvidencePageData shelf) =>
        EvidenceDecisions.WhyNotTaken(shelf.Class, null) is { } refusal && problems.Of(refusal) is var problem
            ? new FormProblem(problem.Code, problem.Title, problem.Detail) : null;
}
