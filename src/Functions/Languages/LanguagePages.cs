using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using NtmServerless.Domain.Languages;
using NtmServerless.Pages.Languages;
using NtmServerless.Storage.Languages;

namespace NtmServerless.Functions.Languages;

/// <summary>What an office gives its villagers to read beside Vietnamese.</summary>
public sealed class LanguagePages(LanguageActs acts, LanguageStore records, VietnameseTexts texts, PageAnswers answers, PagePosts posts, Problems problems)
{
    [Function(nameof(ShowLanguages))]
    [Callers(Roles.Administrator)]
    public Task<IResult> ShowLanguages([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = LanguageRoutes.List)] HttpRequest request) =>
        ListAsync(request, null, StatusCodes.Status200OK);

    [Function(nameof(PostLanguage))]
    [Callers(Roles.Administrator)]
    public Task<IResult> PostLanguage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = LanguageRoutes.List)] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        posts.DoAsync<LanguageForm>(request, client, async ask =>
            PageAnswers.GoTo(request.Keep(LanguagePaths.Of((await acts.AddAsync(ask)).Tag)), "language-added"),
            (state, status) => ListAsync(request, state, status));

    [Function(nameof(ShowLanguage))]
    [Callers(Roles.Administrator)]
    public Task<IResult> ShowLanguage([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = LanguageRoutes.One)] HttpRequest request, string tag) =>
        PageAsync(request, tag, null, StatusCodes.Status200OK);

    [Function(nameof(PostLanguageSwitch))]
    [Callers(Roles.Administrator)]
    public Task<IResult> PostLanguageSwitch(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = LanguageRoutes.One)] HttpRequest request, string tag,
        [DurableClient] DurableTaskClient client) =>
        posts.DoAsync<LanguageSwitchForm>(request, client, async ask =>
        {
            await acts.SwitchAsync(tag, ask);
            return PageAnswers.GoTo(request.Keep(LanguagePaths.Of(tag)), ask.Form.Published == true ? "language-published" : "language-hidden");
        }, (state, status) => PageAsync(request, tag, state, status));

    [Function(nameof(ExportLanguage))]
    [Callers(Roles.Administrator)]
    public async Task<IResult> ExportLanguage([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = LanguageRoutes.File)] HttpRequest request, string tag)
    {
        Language language = await records.GetAsync(tag, request.HttpContext.RequestAborted);
        return Results.File(acts.File(language), TableFile.MediaType, $"loi-trang-cho-ba-con-{language.Tag}.xlsx");
    }

    [Function(nameof(PostLanguageFile))]
    [TakesFiles]
    [Callers(Roles.Administrator)]
    public async Task<IResult> PostLanguageFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = LanguageRoutes.File)] HttpRequest request, string tag)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        Language language = await records.GetAsync(tag, cancellation);
        try
        {
            await acts.PutAsync(language.Tag, await SheetUpload.ReadAsync(request), request.Caller(), cancellation);
            return PageAnswers.GoTo(request.Keep(LanguagePaths.Of(language.Tag)), "language-texts");
        }
        catch (Exception e) when (e is InvalidInputException or BadFormException && problems.Of(e) is { } problem)
        {
            return await PageAsync(request, tag, PagePosts.StateOf(FormCollection.Empty, problem, PostedForm.NewKey()), problem.Status);
        }
    }

    private async Task<IResult> ListAsync(HttpRequest request, FormState? form, int status) => answers.Page<LanguagesPage, LanguagesView>(
        request, new LanguagesView(await records.ListAsync(request.HttpContext.RequestAborted), texts.OfVillagers.Count), form, status);

    private async Task<IResult> PageAsync(HttpRequest request, string tag, FormState? form, int status) => answers.Page<LanguagePage, LanguageView>(
        request, new LanguageView(await records.GetAsync(tag, request.HttpContext.RequestAborted), texts.OfVillagers.Count), form, status);
}
