using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace NtmServerless.Functions.Practice;

/// <summary>What somebody who practises needs to know: how the clock is moved, and what falls due next.</summary>
public sealed class PracticePages(AnnouncedClasses classes, PageAnswers answers, IConfiguration configuration, TimeProvider time)
{
    // Where the app answers on its own PC unless it was told otherwise.
    private const int UsualPort = 7071;
    private const int DueShown = 6;

    [Function(nameof(ShowPracticeClock))]
    [ForVillagers]
    [Public]
    public async Task<IResult> ShowPracticeClock([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = PracticeRoutes.Clock)] HttpRequest request)
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
