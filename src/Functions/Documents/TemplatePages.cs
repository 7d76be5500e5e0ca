using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace NtmServerless.Functions.Documents;

/// <summary>The words of documents: which are in use, and what is wrong with the office's own.</summary>
public sealed class TemplatePages(OfficeTemplates templates, PageAnswers answers, PagePosts posts)
{
    [Function(nameof(ShowTemplates))]
    [Callers(Roles.Units)]
    public IResult ShowTemplates([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = DocumentRoutes.Templates)] HttpRequest request) =>
        Show(request, FormState.Fresh(), StatusCodes.Status200OK);

    [Function(nameof(ReadTemplatesAgain))]
    [Callers(Roles.Administrator)]
    public Task<IResult> ReadTemplatesAgain([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = DocumentRoutes.Templates)] HttpRequest request) =>
        posts.TakeAsync<NoForm>(request, _ =>
        {
            templates.ReadAgain();
            return Task.FromResult(PageAnswers.GoTo(DocumentPaths.Templates, "document-templates-read"));
        }, (state, status) => Task.FromResult(Show(request, state, status)));

    private IResult Show(HttpRequest request, FormState state, int status)
    {
        TemplateReading now = templates.Now;
        bool administrator = request.Caller().IsAdministrator;
        return answers.Page<TemplatesPage, TemplatesView>(request, new TemplatesView(
            // Where the folder stands on the office's PC is the administrators' business.
            administrator ? templates.Folder : null, Directory.Exists(templates.Folder),
            [.. TemplateSet.Files.Select(file => new TemplateEntry(file, now.Own.Contains(file)))], [.. now.Errors.Select(e => e.Message)], administrator), state, status);
    }
}
