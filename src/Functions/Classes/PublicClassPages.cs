using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace NtmServerless.Functions.Classes;

/// <summary>What anybody sees without an account: the open classes, one class, its dates for a calendar.</summary>
public sealed class PublicClassPages(AnnouncedClasses classes, PageAnswers answers, VietnameseTexts texts, TimeProvider time)
{
    private const int LongestSearch = 100;

    [Function(nameof(ShowOpenClasses))]
    [ForVillagers]
    [ShowsTheRest]
    [Public]
    public async Task<IResult> ShowOpenClasses([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = PublicClassRoutes.Open)] HttpRequest request)
    {
        IReadOnlyList<ClassOfPlan> all = await classes.AllAsync(request.HttpContext.RequestAborted);
        ClassSearch search = new(null, Asked(request, OpenClasses.Stream), Day(Asked(request, OpenClasses.From)), Asked(request, OpenClasses.Text));
        return answers.Page<OpenClassesPage, OpenClasses>(request, new OpenClasses(all, search, Asked(request, OpenClasses.Commune), time.GetUtcNow()));
    }

    [Function(nameof(ShowPublicClass))]
    [ForVillagers]
    [Public]
    public async Task<IResult> ShowPublicClass(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = PublicClassRoutes.One)] HttpRequest request, ClassId classId) =>
        answers.Page<PublicClassPage, ClassOfPlan>(request, await classes.GetAsync(classId, request.HttpContext.RequestAborted));

    [Function(nameof(GetClassCalendar))]
    [Public]
    public async Task<IResult> GetClassCalendar(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = PublicClassRoutes.Calendar)] HttpRequest request, ClassId classId)
    {
        ClassOfPlan c = await classes.GetAsync(classId, request.HttpContext.RequestAborted);
        return Results.File(Encoding.UTF8.GetBytes(CalendarFile.Write(c, texts, time.GetUtcNow())), "text/calendar; charset=utf-8", $"lop-{c.Class.Id}.ics");
    }

    private static string? Asked(HttpRequest request, string name) =>
        request.Query[name] is [{ } value] && value.Trim() is { Length: > 0 and <= LongestSearch } asked ? asked : null;

    // As a date field sends it, or as people write it where the browser knows no such field.
    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, ["yyyy-MM-dd", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) && VietnamTime.IsWithinReach(day) ? day : null;
}
