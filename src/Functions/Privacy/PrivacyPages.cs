using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace NtmServerless.Functions.Privacy;

/// <summary>What the office owes to everybody who registers, and what somebody who practises needs to know.</summary>
public sealed class PrivacyPages(CurrentPlan current, AnnouncedClasses classes, PageAnswers answers, IConfiguration configuration, TimeProvider time)
{
    // Where the app answers on its own PC unless it was told otherwise.
    private const int UsualPort = 7071;
    private const int DueShown = 6;

    [Function(nameof(ShowPrivacyNotice))]
    [Public]
    public async Task<IResult> ShowPrivacyNotice([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "quyen-rieng-tu")] HttpRequest request)
    {
        Plan? plan = await current.FindAsync(request);
        return answers.Page<PrivacyPage, PrivacyNotice>(request, new PrivacyNotice(
            plan?.IssuingBody,
            plan?.FindUnit(plan.FindOffice())?.Name,
            configuration.GetValue("RetentionDays", Retention.DefaultDays)));
    }

    [Function(nameof(ShowPracticeClock))]
    [Public]
    public async Task<IResult> ShowPracticeClock([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "tap-du")] HttpRequest request)
    {
        DateTimeOffset now = time.GetUtcNow();
        ClassDue[] due =
        [
            .. (await classes.AllAsync(request.HttpContext.RequestAborted))
                .Select(c => (Class: c, Next: ClassChecklist.Next(c.Class)))
                .Where(c => c.Next?.DueAt > now)
                .OrderBy(c => c.Next!.DueAt).ThenBy(c => c.Class.Class.Id, StringComparer.Ordinal)
                .Take(DueShown)
                .Select(c => new ClassDue(c.Class, c.Next!)),
        ];
        // Where every host says that it answers; over the office's network the port is another one.
        int port = new HostString(configuration["WEBSITE_HOSTNAME"] ?? "").Port ?? UsualPort;
        return answers.Page<PracticePage, PracticeClock>(request, new PracticeClock(port, due));
    }
}
