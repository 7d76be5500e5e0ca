using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace NtmServerless.Functions.Calendars;

/// <summary>An officer's calendar, and its address on the officer's own page.</summary>
public sealed class CalendarPages(
    CalendarActs acts, OwnAccountPage mine, PlanStore plans, ClassSummaries classes, TourStore tours, PeriodicReportStore reports, PagePosts posts,
    VietnameseTexts texts, AppAddress address, TimeProvider time)
{
    /// <summary>
    /// The file that calendars ask for every hour or so: the row of the secret, the plans and, of each plan of this year and the last, the
    /// summaries of classes, the tours and the reports; the account is remembered. Eight requests to the storage with two plans.
    /// </summary>
    [Function(nameof(GetOfficerCalendar))]
    [Public]
    public async Task<IResult> GetOfficerCalendar(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = CalendarRoutes.Feed)] HttpRequest request, string secret)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        Caller caller = (await acts.OwnerAsync(secret, cancellation)).ToCaller();
        DateTimeOffset now = time.GetUtcNow();
        List<CalendarYear> years = [];
        int year = VietnamTime.DateOf(now).Year;
        // In January the reports of December are still due.
        foreach (Plan plan in (await plans.ListAsync(cancellation)).Where(p => p.Year >= year - 1))
        {
            IReadOnlyList<TrainingClass> all = await classes.OfPlanAsync(plan.Id, cancellation);
            IReadOnlyList<StudyTour> travelling = await tours.OfPlanAsync(plan.Id, cancellation);
            IReadOnlyList<PeriodicReport> made = await reports.OfPlanAsync(plan.Id, cancellation);
            years.Add(new CalendarYear(plan, OfficerAgenda.Of(caller, plan, all, travelling, made, [], [], now), all, travelling, made));
        }

        request.HttpContext.Response.Headers.CacheControl = "private, no-cache";
        // The same events are the same file, whenever it was written.
        byte[] same = SHA256.HashData(Encoding.UTF8.GetBytes(OfficerCalendar.Write(caller, years, texts, DateTimeOffset.UnixEpoch)));
        return Results.File(
            Encoding.UTF8.GetBytes(OfficerCalendar.Write(caller, years, texts, now)), "text/calendar; charset=utf-8",
            entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(same.AsSpan(0, 16))}\""));
    }

    /// <summary>Shows the new address once, on the answer itself: it must not stand in another address.</summary>
    [Function(nameof(PostCalendarAddress))]
    [Callers(Roles.Everyone)]
    public Task<IResult> PostCalendarAddress([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = CalendarRoutes.Renew)] HttpRequest request) =>
        posts.TakeAsync<NoForm>(request, async _ =>
        {
            string secret = await acts.RenewAsync(OwnId(request), request.Caller(), request.HttpContext.RequestAborted);
            return await mine.ShowAsync(request, null, StatusCodes.Status200OK, address.Of(request) + CalendarPaths.Feed(secret));
        }, (state, status) => mine.ShowAsync(request, state, status));

    [Function(nameof(PostCalendarRemoval))]
    [Callers(Roles.Everyone)]
    public Task<IResult> PostCalendarRemoval([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = CalendarRoutes.Remove)] HttpRequest request) =>
        posts.TakeAsync<NoForm>(request, async _ =>
        {
            await acts.RemoveAsync(OwnId(request), request.Caller(), request.HttpContext.RequestAborted);
            return PageAnswers.GoTo(AccountPaths.Mine, "calendar-removed");
        }, (state, status) => mine.ShowAsync(request, state, status));

    // A program with a key is no officer who has a calendar.
    private static string OwnId(HttpRequest request) => Credential.Of(request).AccountId ?? throw new RecordMissingException("account");
}
