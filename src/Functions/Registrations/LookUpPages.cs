using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace NtmServerless.Functions.Registrations;

/// <summary>Finding one's own registration again, by its code and one thing that only the person and the family know.</summary>
public sealed class LookUpPages(CodeLookUp codes, ReceiptTokens receipts, ClientAddress addresses, PagePosts posts, PageAnswers answers)
{
    [Function(nameof(ShowLookUp))]
    [ForVillagers]
    [Public]
    public IResult ShowLookUp([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = RegistrationRoutes.LookUp)] HttpRequest request) =>
        answers.Page<LookUpPage, object?>(request, null);

    // Of a class whose record is damaged nobody is found; the others are.
    [Function(nameof(LookUpOnPage))]
    [ForVillagers]
    [ShowsTheRest]
    [Public]
    public Task<IResult> LookUpOnPage([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RegistrationRoutes.LookUp)] HttpRequest request) =>
        posts.TakeAsync<CodeForm>(request, async form =>
        {
            (ClassId classId, string code) = await codes.FindAsync(form, addresses.Of(request.HttpContext), request.HttpContext.RequestAborted);
            return PageAnswers.GoTo(RegistrationPaths.Receipt(receipts.Make(classId, code)));
        }, (state, status) => Task.FromResult(answers.Page<LookUpPage, object?>(request, null, state, status)));
}
