using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Registrations;

/// <summary>What a person keeps of a registration, and taking it back.</summary>
public sealed class ReceiptPages(
    AnnouncedClasses classes, ClassReader records, RegistrationActs registrations, CorrectionActs corrections, ReceiptTokens receipts,
    PagePosts posts, PageAnswers answers)
{
    [Function(nameof(ShowReceipt))]
    [ForVillagers]
    [Public]
    public Task<IResult> ShowReceipt(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = RegistrationRoutes.Receipt)] HttpRequest request, string token) =>
        ShowAsync(request, token, null, StatusCodes.Status200OK);

    [Function(nameof(CancelOnReceipt))]
    [ForVillagers]
    [Public]
    public async Task<IResult> CancelOnReceipt(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RegistrationRoutes.Receipt)] HttpRequest request,
        string token, [DurableClient] DurableTaskClient client)
    {
        (ClassId ClassId, string Code) sealedIn = receipts.Read(token);
        return await posts.DoAsync<CodeForm>(request, client, async ask =>
        {
            await registrations.CancelOnReceiptAsync(sealedIn.ClassId, sealedIn.Code, ask with { Form = ask.Form with { Code = sealedIn.Code } });
            return PageAnswers.GoTo(RegistrationPaths.Receipt(token), "registration-cancelled");
        }, (state, status) => ShowAsync(request, token, state, status));
    }

    [Function(nameof(CorrectOnReceipt))]
    [ForVillagers]
    [Public]
    public async Task<IResult> CorrectOnReceipt(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RegistrationRoutes.CorrectReceipt)] HttpRequest request,
        string token, [DurableClient] DurableTaskClient client)
    {
        (ClassId ClassId, string Code) sealedIn = receipts.Read(token);
        return await posts.DoAsync<OwnCorrectionForm>(request, client, async ask =>
        {
            await corrections.CorrectOnReceiptAsync(sealedIn.ClassId, sealedIn.Code, ask);
            return PageAnswers.GoTo(RegistrationPaths.Receipt(token), "registration-corrected");
        }, (state, status) => ShowAsync(request, token, state, status, correcting: true));
    }

    private async Task<IResult> ShowAsync(HttpRequest request, string token, FormState? form, int status, bool correcting = false)
    {
        (ClassId ClassId, string Code) sealedIn = receipts.Read(token);
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        ClassOfPlan c = await classes.GetAsync(sealedIn.ClassId, cancellation);
        // Personal data was removed since: what is left is nobody's.
        (Registration r, int? place) = await registrations.FindOwnAsync(sealedIn.ClassId, sealedIn.Code, cancellation)
            ?? throw new ReceiptException(expired: true);
        Receipt receipt = new(c, r, place, await AttendedAsync(c.Class, r.Code, cancellation), token, correcting);
        return answers.Page<ReceiptPage, Receipt>(request, receipt, form, status);
    }

    private async Task<(int Present, int Marked)?> AttendedAsync(TrainingClass c, string code, CancellationToken cancellation)
    {
        if (c.Stage is not (ClassStage.Holding or ClassStage.Reporting or ClassStage.Closed) && c.HeldSessions == 0) return null;
        Mark[] marks = [.. (await records.SheetsAsync(c.Id, cancellation)).Where(s => s.Marks.ContainsKey(code)).Select(s => s.Marks[code])];
        return (marks.Count(m => m == Mark.Present), marks.Length);
    }
}
