using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace NtmServerless.Functions.Practice;

/// <summary>The page of the practice clock: what day it is there for everybody, and for an administrator the buttons that move it on.</summary>
public sealed class PracticePages(PracticeView view, HostClock host, PageAnswers answers, PagePosts posts, TimeProvider time, ILogger<PracticePages> log)
{
    [Function(nameof(ShowPracticeClock))]
    [Public]
    public Task<IResult> ShowPracticeClock([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = PracticeRoutes.Clock)] HttpRequest request) =>
        ShowAsync(request, FormState.Fresh(), StatusCodes.Status200OK);

    /// <summary>Sends the browser on before the clock moves: the host waits for this very request to end.</summary>
    [Function(nameof(PostPracticeClock))]
    [Callers(Roles.Administrator)]
    public Task<IResult> PostPracticeClock([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PracticeRoutes.Clock)] HttpRequest request)
    {
        if (!host.IsMovable) throw new RecordMissingException("page");
        return posts.TakeAsync<ClockForm>(request, async form =>
        {
            DateTimeOffset now = time.GetUtcNow();
            DateTimeOffset until = form.Check(now);
            // Whole seconds stand in the address; the one that has begun counts.
            if (until > now && await host.MoveAsync(until, request.HttpContext.RequestAborted)) PracticeLog.ClockMoves(log, until);
            return PageAnswers.GoTo(until > now ? PracticePaths.Moved(now, until) : PracticePaths.Clock);
        }, (state, status) => ShowAsync(request, state, status));
    }

    private async Task<IResult> ShowAsync(HttpRequest request, FormState state, int status) =>
        answers.Page<PracticePage, PracticeClock>(request, await view.OfAsync(request), state, status);
}
