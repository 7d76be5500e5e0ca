using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Registrations;

/// <summary>The registration form.</summary>
public sealed class RegistrationPages(
    AnnouncedClasses classes, RegistrationActs registrations, ReceiptTokens receipts, PagePosts posts, PageAnswers answers, VietnameseTexts texts)
{
    [Function(nameof(ShowRegistrationForm))]
    [Public]
    public async Task<IResult> ShowRegistrationForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = RegistrationRoutes.Register)] HttpRequest request, ClassId classId) =>
        answers.Page<RegistrationPage, ClassOfPlan>(request, await classes.GetAsync(classId, request.HttpContext.RequestAborted));

    [Function(nameof(SendRegistrationForm))]
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
        }, (state, status) => Task.FromResult(answers.Page<RegistrationPage, ClassOfPlan>(request, c, InPlainWords(state), status)));
    }

    // Going back to a form that was taken and sending it for somebody else is no mistake: one more tap does it.
    private FormState InPlainWords(FormState state) => state.Problem switch
    {
        { Code: "idempotency-key-reused" } reused =>
            state with { Problem = reused with { Title = texts["public.sent-before"], Detail = texts["public.sent-before-detail"] } },
        { Code: Rule.AlreadyRegistered } taken => state with { Problem = taken with { Detail = texts["public.already-detail"] } },
        _ => state,
    };
}
