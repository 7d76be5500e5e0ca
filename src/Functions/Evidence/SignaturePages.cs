using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Evidence;

/// <summary>The signed paper of a session against the taps, person by person.</summary>
public sealed class SignaturePages(SignatureActs signatures, AttendanceActs attendance, PageAnswers answers, PagePosts posts)
{
    private const string Route = "can-bo/lop/{classId}/chu-ky/{session:int}";

    [Function(nameof(ShowSignatures))]
    [Callers(Role.Administrator, Role.LeadUnit, Role.Commune)]
    public Task<IResult> ShowSignatures(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request, string classId, int session) =>
        ShowAsync(request, classId, session, null, StatusCodes.Status200OK);

    [Function(nameof(SaveSignatures))]
    [Callers(Role.Administrator, Role.LeadUnit, Role.Commune)]
    public Task<IResult> SaveSignatures(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string classId, int session, [DurableClient] DurableTaskClient client) =>
        ReadAsync(request, classId, session, client, "signatures-saved");

    [Function(nameof(SaveSignatureNote))]
    [Callers(Role.Administrator, Role.LeadUnit, Role.Commune)]
    public Task<IResult> SaveSignatureNote(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/ly-do")] HttpRequest request,
        string classId, int session, [DurableClient] DurableTaskClient client) =>
        ReadAsync(request, classId, session, client, "signature-noted");

    [Function(nameof(CorrectMark))]
    [Callers(Role.Administrator, Role.LeadUnit, Role.Commune)]
    public Task<IResult> CorrectMark(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/sua")] HttpRequest request,
        string classId, int session, [DurableClient] DurableTaskClient client) =>
        posts.DoAsync<MarksForm>(request, client, async ask =>
        {
            await attendance.TakeAsync(classId, session, ask.Form.Of(ask));
            return PageAnswers.GoTo($"/can-bo/lop/{classId}/chu-ky/{session}", "mark-corrected");
        }, (state, status) => ShowAsync(request, classId, session, state, status));

    private Task<IResult> ReadAsync(HttpRequest request, string classId, int session, DurableTaskClient client, string done) =>
        posts.DoAsync<SheetReadingForm>(request, client, async ask =>
        {
            await signatures.ReadAsync(classId, session, ask);
            return PageAnswers.GoTo($"/can-bo/lop/{classId}/chu-ky/{session}", done);
        }, (state, status) => ShowAsync(request, classId, session, state, status));

    private async Task<IResult> ShowAsync(HttpRequest request, string classId, int session, FormState? form, int status)
    {
        SignaturePageData book = await signatures.BookAsync(classId, session, request.Caller(), request.HttpContext.RequestAborted);
        (AttendancePageData people, AttendanceSheet taken) = (book.Attendance, book.Taken);
        Session held = people.Class.Sessions.First(s => s.Number == session);
        return answers.Page<SignaturePage, SignatureView>(request, new SignatureView(
            people.Class, people.Plan, held, people.PeopleOf(held), taken, book.Reading,
            book.Differences, book.Papers), form, status);
    }
}

/// <summary>Marks as the pages send them: <c>marks.7K3M9QWX=present</c>; people without a mark are left out.</summary>
public sealed record MarksForm(IReadOnlyDictionary<string, Mark>? Marks)
{
    public Ask<AttendanceForm> Of(Ask<MarksForm> ask) => new(
        new AttendanceForm([.. (Marks ?? new Dictionary<string, Mark>()).Select(m => new MarkForm(m.Key, m.Value))]),
        ask.Submission, ask.By, ask.Waker, ask.Cancellation);
}
