using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Documents;

/// <summary>What the office writes about a class.</summary>
public sealed class ClassDocumentPages(DocumentActs acts, PageAnswers answers, PagePosts posts)
{
    [Function(nameof(ShowClassDocuments))]
    [ShowsTheRest]
    [Callers(Roles.ClassDocumentReaders)]
    public Task<IResult> ShowClassDocuments(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = DocumentRoutes.OfClass)] HttpRequest request, ClassId classId) =>
        ShowAsync(request, classId, FormState.Fresh(), StatusCodes.Status200OK);

    [Function(nameof(PostClassDocument))]
    [Callers(Roles.Organisers)]
    public Task<IResult> PostClassDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = DocumentRoutes.OfClass)] HttpRequest request,
        ClassId classId, [DurableClient] DurableTaskClient client) =>
        posts.DoAsync<ClassDocumentForm>(request, client, async ask =>
        {
            await acts.MakeAsync(classId, ask);
            return PageAnswers.GoTo(DocumentPaths.OfClass(classId), "document-made");
        }, (state, status) => ShowAsync(request, classId, state, status));

    private async Task<IResult> ShowAsync(HttpRequest request, ClassId classId, FormState state, int status)
    {
        ClassDocuments of = await acts.OfClassAsync(classId, request.Caller(), request.HttpContext.RequestAborted);
        return answers.Page<ClassDocumentsPage, ClassDocumentsView>(request, new ClassDocumentsView(of.Class, of.Plan, of.Documents, of.MayMake), state, status);
    }
}
