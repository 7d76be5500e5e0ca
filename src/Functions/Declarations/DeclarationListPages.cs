using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Declarations;

/// <summary>A list of declared classes from a spreadsheet: the template, the look at a file, taking it.</summary>
public sealed class DeclarationListPages(
    DeclarationActs acts, DeclarationLists lists, CurrentPlan current, PageAnswers answers, Problems problems, AskReader read, VietnameseTexts texts,
    TimeProvider time)
{
    [Function(nameof(AskForDeclarationList))]
    [Callers(Roles.Units)]
    public async Task<IResult> AskForDeclarationList(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = DeclarationRoutes.Upload)] HttpRequest request) =>
        answers.Page<DeclarationUploadPage, DeclarationListEntry>(request, new DeclarationListEntry(await current.OfAsync(request), []));

    [Function(nameof(ExportDeclarationTemplate))]
    [Callers(Roles.Units)]
    public async Task<IResult> ExportDeclarationTemplate(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = DeclarationRoutes.Template)] HttpRequest request) =>
        Results.File(
            DeclarationFile.Template(await current.OfAsync(request), texts, VietnamTime.DateOf(time.GetUtcNow())), TableFile.MediaType,
            "mau-lop-don-vi-khai.xlsx");

    [Function(nameof(PostDeclarationList))]
    [TakesFiles]
    [Callers(Roles.Units)]
    public async Task<IResult> PostDeclarationList(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = DeclarationRoutes.Upload)] HttpRequest request, [DurableClient] DurableTaskClient client)
    {
        Plan plan = await current.OfAsync(request);
        string key = PostedForm.NewKey();
        try
        {
            byte[] xlsx = await SheetUpload.ReadAsync(request);
            key = PostedForm.KeyOf(await PostedForm.ReadAsync(request, PostedForm.InParts));
            (IReadOnlyList<DeclarationForm> forms, IReadOnlyList<DeclarationListError> errors) =
                await lists.ReadAsync(plan, xlsx, request.Caller(), request.HttpContext.RequestAborted);
            Ask<NoForm> ask = read.Make(request, client, new NoForm(), SHA256.HashData(xlsx), key);
            // A list that was taken under this key finds its own classes declared: that is no error of its lines.
            if (errors.Count > 0 && !await acts.WasDeclaredAsync(plan.Id, ask.Submission, ask.Cancellation))
                return answers.Page<DeclarationUploadPage, DeclarationListEntry>(
                    request, new DeclarationListEntry(plan, errors), status: StatusCodes.Status422UnprocessableEntity);
            await acts.DeclareAllAsync(plan.Id, ask, forms);
            return PageAnswers.GoTo(request.Keep(DeclarationPaths.Waiting), "declaration-list");
        }
        catch (Exception e) when (e is InvalidInputException or BadFormException && problems.Of(e) is { } problem)
        {
            return answers.Page<DeclarationUploadPage, DeclarationListEntry>(
                request, new DeclarationListEntry(plan, []), PagePosts.StateOf(FormCollection.Empty, problem, PostedForm.NewKey()), problem.Status);
        }
    }
}
