using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Registrations;

/// <summary>The registration form.</summary>
public sealed class RegistrationPages(
    AnnouncedClasses classes, RegistrationActs registrations, ReceiptTokens receipts, PagePosts posts, PageAnswers answers, VietnameseTexts texts)
{
    [Function(nameof(ShowRegistrationForm))]
    [ForVillagers]
    [Public]
    public async Task<IResult> ShowRegistrationForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = RegistrationRoutes.Register)] HttpRequest request, ClassId classId) =>
        answers.Page<RegistrationPage, RegistrationView>(request, ViewOf(request, await classes.GetAsync(classId, request.HttpContext.RequestAborted)));

    [Function(nameof(SendRegistrationForm))]
    [ForVillagers]
    [Public]
    public async Task<IResult> SendRegistrationForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RegistrationRoutes.Register)] HttpRequest request,
        ClassId classId, [DurableClient] DurableTaskClient client)
    {
        ClassOfPlan c = await classes.GetAsync(classId, request.HttpContext.RequestAborted);
        return await posts.DoAsync<RegistrationForm>(request, client, async ask =>
        {
            RegistrationReceipt receipt = await registrations.RegisterAsync(c.Class.Id, c.Plan.Id, ask, RegistrationSource.PublicForm);
            return PageAnswers.GoTo(RegistrationPaths.Receipt(receipts.Make(receipt.ClassId, receipt.Code)), ReceiptPage.Registered);
        }, (state, status) => Task.FromResult(answers.Page<RegistrationPage, RegistrationView>(request, ViewOf(request, c), InPlainWords(state), status)));
    }

    // Whatever else stands in the address is no commune.
    private static RegistrationView ViewOf(HttpRequest request, ClassOfPlan c) =>
        new(c, request.Query[RegistrationPaths.CommuneParameter] is [{ } id] && c.Plan.FindUnit(id) is { IsCommuneLevel: true } ? id : null);

    // Going back to a form that was taken and sending it for somebody else is no mistake: one more tap does it.
    private FormState InPlainWords(FormState state) => state.Problem switch
    {
        { Code: "idempotency-key-reused" } reused =>
            state with { Problem = reused with { Title = texts["public.sent-before"], Detail = texts["public.sent-before-detail"] } },
        { Code: Rule.AlreadyRegistered } taken => state with { Problem = taken with { Detail = texts["public.already-detail"] } },
        { } problem when state.Errors.Count > 0 => state with
        {
            Errors = state.Errors.ToDictionary(e => e.Key, e => Named(e.Key, e.Value, state.Value(e.Key)), StringComparer.Ordinal),
            Problem = problem with { Title = texts["public.to-mend", ("count", state.Errors.Count)], Detail = texts["public.to-mend-detail"] },
        },
        _ => state,
    };

    // "Hãy điền mục này." six times over says nothing in a list: what is missing is named, and what cannot be a year is shown.
    private string[] Named(string field, string[] errors, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return texts.Has($"public.missing-{Codes.Key(field)}") ? [texts[$"public.missing-{Codes.Key(field)}"]] : errors;
        return field == PersonField.BirthYear.Name ? [texts["public.wrong-year", ("typed", typed)]] : errors;
    }
}
