using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Attendance;

/// <summary>Attendance of one session, on a phone at the door.</summary>
public sealed class AttendancePages(AttendanceActs attendance, PageAnswers answers, PagePosts posts, Problems problems, TimeProvider time)
{
    // For the service worker: how many seconds the device may keep this page, and for whom.
    private const string KeepHeader = "X-Ntm-Keep";
    private const string OwnerHeader = "X-Ntm-For";

    [Function(nameof(ShowAttendance))]
    [Callers(Roles.Organisers)]
    public Task<IResult> ShowAttendance(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = AttendanceRoutes.One)] HttpRequest request, ClassId classId, int session) =>
        ShowAsync(request, classId, session, null, StatusCodes.Status200OK, walkIn: false);

    [Function(nameof(SaveAttendance))]
    [Callers(Roles.Organisers)]
    public Task<IResult> SaveAttendance(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = AttendanceRoutes.One)] HttpRequest request,
        ClassId classId, int session, [DurableClient] DurableTaskClient client) =>
        posts.DoAsync<MarksForm>(request, client, async ask =>
        {
            await attendance.TakeAsync(classId, session, ask.Form.Of(ask), ask.Form.Everybody == true);
            return PageAnswers.GoTo(AttendancePaths.Of(classId, session), "attendance-saved");
        }, (state, status) => ShowAsync(request, classId, session, state, status, walkIn: false));

    [Function(nameof(SaveWalkIn))]
    [Callers(Roles.Organisers)]
    public Task<IResult> SaveWalkIn(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = AttendanceRoutes.WalkIn)] HttpRequest request,
        ClassId classId, int session, [DurableClient] DurableTaskClient client) =>
        posts.DoAsync<RegistrationForm>(request, client, async ask =>
        {
            await attendance.WalkInAsync(classId, session, ask);
            return PageAnswers.GoTo(AttendancePaths.Of(classId, session), "walk-in-added");
        }, (state, status) => ShowAsync(request, classId, session, state, status, walkIn: true));

    private async Task<IResult> ShowAsync(HttpRequest request, ClassId classId, int session, FormState? form, int status, bool walkIn)
    {
        AttendancePageData book = await attendance.BookAsync(classId, request.Caller(), request.HttpContext.RequestAborted);
        AttendanceSheet sheet = book.SheetOf(session);
        DateTimeOffset now = time.GetUtcNow();
        Refusal? refused = AttendanceDecisions.WhyNotOpen(book.Class, session, now);
        bool early = refused?.Rule == Rule.SessionNotStarted;
        Session held = book.Class.Sessions.First(s => s.Number == session);
        AttendanceView view = new(
            book.Class, book.Plan, held, book.PeopleOf(held), sheet,
            refused is null || early ? null : Said(problems.Of(refused)), early, walkIn);
        if (status == StatusCodes.Status200OK)
        {
            IHeaderDictionary headers = request.HttpContext.Response.Headers;
            headers[KeepHeader] = AttendanceBar.KeptSeconds(view, now).ToString(CultureInfo.InvariantCulture);
            headers[OwnerHeader] = Uri.EscapeDataString(request.HttpContext.Features.Get<Officer>()?.UserName ?? "");
        }

        return answers.Page<AttendancePage, AttendanceView>(request, view, form, status);
    }

    private static FormProblem Said(Problem problem) => new(problem.Code, problem.Title, problem.Detail);
}
