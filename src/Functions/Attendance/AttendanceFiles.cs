using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Attendance;

/// <summary>Attendance as a sheet, out and back in, for a commune without a connection.</summary>
public sealed class AttendanceFiles(AttendanceActs attendance, PageAnswers answers, PagePosts posts, Problems problems, VietnameseTexts texts)
{
    private const int MostChanges = 600;
    private const int FileLimit = 2 * 1024 * 1024;

    [Function(nameof(DownloadAttendanceFile))]
    [Callers(Roles.Organisers)]
    public async Task<IResult> DownloadAttendanceFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = AttendanceRoutes.Export)] HttpRequest request, ClassId classId)
    {
        AttendancePageData book = await BookAsync(request, classId);
        return Results.File(AttendanceFile.Write(book.Class, book.Plan, book.People, book.Sheets, texts), TableFile.MediaType, $"diem-danh-{classId}.xlsx");
    }

    [Function(nameof(ShowAttendanceFileForm))]
    [Callers(Roles.Organisers)]
    public async Task<IResult> ShowAttendanceFileForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = AttendanceRoutes.Upload)] HttpRequest request, ClassId classId) =>
        Page(request, await BookAsync(request, classId), null, null);

    [Function(nameof(PreviewAttendanceFile))]
    [TakesFiles]
    [Callers(Roles.Organisers)]
    public async Task<IResult> PreviewAttendanceFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = AttendanceRoutes.Upload)] HttpRequest request, ClassId classId)
    {
        AttendancePageData book = await BookAsync(request, classId);
        try
        {
            await using Stream content = (await PostedForm.FileAsync(request, FileLimit)).OpenReadStream();
            AttendanceFile read = AttendanceFile.Read(content, request.HttpContext.RequestAborted);
            if (read.ClassId != classId) throw new InvalidInputException("file", "attendance-other-class");
            return Page(request, book, Compare(book, read), null);
        }
        catch (Exception e) when (e is InvalidInputException or BadFormException)
        {
            Problem problem = problems.Of(e);
            return Page(request, book, null, PagePosts.StateOf(FormCollection.Empty, problem, PostedForm.NewKey()), problem.Status);
        }
    }

    [Function(nameof(SaveAttendanceFile))]
    [Callers(Roles.Organisers)]
    public Task<IResult> SaveAttendanceFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = AttendanceRoutes.Save)] HttpRequest request,
        ClassId classId, [DurableClient] DurableTaskClient client) =>
        posts.DoAsync<ChangesForm>(request, client, async ask =>
        {
            // A session is a transaction; a repeat after a fault finds those that were taken under their own keys.
            foreach (IGrouping<int, (int Session, MarkForm Mark)> session in ask.Form.Check().GroupBy(c => c.Session))
            {
                AttendanceForm marks = new([.. session.Select(c => c.Mark)]);
                await attendance.TakeAsync(classId, session.Key, new Ask<AttendanceForm>(
                    marks, ask.Submission with { Key = $"{ask.Submission.Key}/{session.Key}" }, ask.By, ask.Waker, ask.Cancellation));
            }

            return PageAnswers.GoTo(AttendancePaths.Upload(classId), "attendance-saved");
        }, async (state, status) => Page(request, await BookAsync(request, classId), null, state, status));

    private Task<AttendancePageData> BookAsync(HttpRequest request, ClassId classId) =>
        attendance.BookAsync(classId, request.Caller(), request.HttpContext.RequestAborted);

    private IResult Page(HttpRequest request, AttendancePageData book, AttendancePreview? preview, FormState? form, int status = StatusCodes.Status200OK) =>
        answers.Page<AttendanceUploadPage, AttendanceUpload>(request, new AttendanceUpload(book.Class, preview), form, status);

    private static AttendancePreview Compare(AttendancePageData book, AttendanceFile file)
    {
        Dictionary<string, Registration> known = book.People.ToDictionary(r => r.Code, StringComparer.Ordinal);
        List<(int Line, FieldError Error)> errors = [.. file.Errors.Select(e => (e.Line, e.Error))];
        List<AttendanceChange> changes = [];
        int same = 0;
        foreach (AttendanceRow row in file.Rows)
        {
            if (!known.TryGetValue(row.Code, out Registration? person)) errors.Add((row.Line, new FieldError("code", Rule.AttendanceCodeUnknown)));
            else if (book.Class.Sessions.All(s => s.Number != row.Session)) errors.Add((row.Line, new FieldError("session", "attendance-session-unknown", ("session", row.Session))));
            else if (book.SheetOf(row.Session).Marks.TryGetValue(row.Code, out Mark before) && before == row.Mark) same++;
            else changes.Add(new AttendanceChange(row.Line, row.Code, person.Applicant.FullName, row.Session,
                book.SheetOf(row.Session).Marks.TryGetValue(row.Code, out Mark old) ? old : null, row.Mark));
        }

        return new AttendancePreview([.. changes.Take(MostChanges)], Math.Max(0, changes.Count - MostChanges), same, [.. errors.OrderBy(e => e.Line)]);
    }

    /// <summary>What the preview showed, one text a mark: <c>1:7K3M9QWX:Present</c>.</summary>
    private sealed record ChangesForm(IReadOnlyList<string>? Changes)
    {
        public IEnumerable<(int Session, MarkForm Mark)> Check() => from change in Changes ?? throw new InvalidInputException("changes", "required")
                                                                    let parts = change.Split(':')
                                                                    select Read(parts);

        private static (int Session, MarkForm Mark) Read(string[] parts) =>
            parts is [var session, var code, var mark] && int.TryParse(session, System.Globalization.CultureInfo.InvariantCulture, out int number)
                && Enum.TryParse(mark, out Mark said) && Enum.IsDefined(said)
                ? (number, new MarkForm(code, said))
                : throw new InvalidInputException("changes", "unreadable");
    }
}
