using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Evidence;

/// <summary>The signed paper of a session against the taps, person by person.</summary>
public sealed class SignaturePages(SignatureActs signatures, AttendanceActs attendance, PageAnswers answers, PagePosts posts)
{
    [Function(nameof(ShowSignatures))]
    [Callers(Roles.Organisers)]
    public Task<IResult> ShowSignatures(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = EvidenceRoutes.Signatures)] HttpRequest request, ClassId classId, int session) =>
        ShowAsync(request, classId, session, null, StatusCodes.Status200OK);

    [Function(nameof(SaveSignatures))]
    [Callers(Roles.Organisers)]
    public Task<IResult> SaveSignatures(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = EvidenceRoutes.Signatures)] HttpRequest request,
        ClassId classId, int session, [DurableClient] DurableTaskClient client) =>
        ReadAsync(request, classId, session, client, "signatures-saved");

    [Function(nameof(SaveSignatureNote))]
    [Callers(Roles.Organisers)]
    public Task<IResult> SaveSignatureNote(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = EvidenceRoutes.Reason)] HttpRequest request,
        ClassId classId, int session, [DurableClient] DurableTaskClient client) =>
        ReadAsync(request, classId, session, client, "signature-noted");

    [Function(nameof(CorrectMark))]
    [Callers(Roles.Organisers)]
    public Task<IResult> CorrectMark(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = EvidenceRoutes.Correct)] HttpRequest request,
        ClassId classId, int session, [DurableClient] DurableTaskClient client) =>
        posts.DoAsync<MarksForm>(request, client, async ask =>
        {
            await attendance.TakeAsync(classId, session, ask.Form.Of(ask));
            return PageAnswers.GoTo(EvidencePaths.Signatures(classId, session), "mark-corrected");
        }, (state, status) => ShowAsync(request, classId, session, state, status));

    private Task<IResult> ReadAsync(HttpRequest request, ClassId classId, int session, DurableTaskClient client, string done) =>
        posts.DoAsync<SheetReadingForm>(request, client, async ask =>
        {
            await signatures.ReadAsync(classId, session, ask);
            return PageAnswers.GoTo(EvidencePaths.Signatures(classId, session), done);
        }, (state, status) => ShowAsync(request, classId, session, state, status));

    private async Task<IResult> ShowAsync(HttpRequest request, ClassId classId, int session, FormState? form, int status)
    {
        SignaturePageData book = await signatures.BookAsync(classId, session, request.Caller(), request.HttpContext.RequestAborted);
        (AttendancePageData people, AttendanceSheet taken) = (book.Attendance, book.Taken);
        Session held = people.Class.Sessions.First(s => s.Number == session);
        return answers.Page<SignaturePage, SignatureView>(request, new SignatureView(
            people.Class, people.Plan, held, people.PeopleOf(held), taken, book.Reading,
            book.Differences, book.Papers), form, status);
    }
}
