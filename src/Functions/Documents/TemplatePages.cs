using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Documents;

/// <summary>The words of documents: which are in use, and what is wrong with the office's own.</summary>
public sealed class TemplatePages(OfficeTemplates templates, PageAnswers answers, PagePosts posts)
{
    private const string Route = "can-bo/mau-van-ban";

    [Function(nameof(ShowTemplates))]
    [Callers(Role.Administrator, Role.LeadUnit, Role.Commune, Role.CultureOffice)]
    public IResult ShowTemplates([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request) =>
        Show(request, FormState.Fresh(), StatusCodes.Status200OK);

    [Function(nameof(ReadTemplatesAgain))]
    [Callers(Role.Administrator)]
    public Task<IResult> ReadTemplatesAgain(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        posts.DoAsync<NoForm>(request, client, _ =>
        {
            templates.ReadAgain();
            return Task.FromResult(PageAnswers.GoTo("/" + Route, "document-templates-read"));
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
