using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace NtmServerless.Functions.Registrations;

/// <summary>Finding one's own registration again, by its code and one thing that only the person and the family know.</summary>
public sealed class LookUpPages(
    AnnouncedClasses classes, RegistrationActs registrations, ReceiptTokens receipts, ClientAddress addresses, PagePosts posts, PageAnswers answers)
{
    [Function(nameof(ShowLookUp))]
    [ShowsTheRest]
    [Public]
    public Task<IResult> ShowLookUp([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = RegistrationRoutes.LookUp)] HttpRequest request) =>
        ShowAsync(request, FormState.With(("classId", request.Query[RegistrationPaths.ClassParameter])), StatusCodes.Status200OK);

    [Function(nameof(LookUpOnPage))]
    [Public]
    public Task<IResult> LookUpOnPage([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RegistrationRoutes.LookUp)] HttpRequest request) =>
        posts.TakeAsync<LookUpForm>(request, async form =>
        {
            (ClassId classId, CodeForm code) = form.Check();
            RegistrationReceipt found = await registrations.LookUpAsync(classId, code, addresses.Of(request.HttpContext), request.HttpContext.RequestAborted);
            return PageAnswers.GoTo(RegistrationPaths.Receipt(receipts.Make(found.ClassId, found.Code)));
        }, (state, status) => ShowAsync(request, state, status));

    private async Task<IResult> ShowAsync(HttpRequest request, FormState form, int status)
    {
        ClassOfPlan[] running = [.. (await classes.AllAsync(request.HttpContext.RequestAborted)).Where(c => c.Class.Stage != ClassStage.Closed)];
        return answers.Page<LookUpPage, LookUp>(request, new LookUp(running), form, status);
    }

    /// <summary>The form of the page: the API's form and the class, which the API has in its address.</summary>
    public sealed record LookUpForm(string? ClassId, string? Code, string? Phone, int? BirthYear)
    {
        public (ClassId ClassId, CodeForm Code) Check()
        {
            Checks checks = new();
            ClassId classId = new(checks.Text("classId", ClassId, 100));
            CodeForm code = new(Code, Phone, BirthYear);
            code.Check(checks);
            checks.ThrowIfAny();
            return (classId, code);
        }
    }
}
