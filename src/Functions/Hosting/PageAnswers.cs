using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace NtmServerless.Functions.Hosting;

/// <summary>Answers with pages.</summary>
public sealed class PageAnswers(PageFrames frames)
{
    /// <param name="form">What was typed and what is wrong with it; null: a fresh form, or none.</param>
    /// <param name="token">See <see cref="PageFrames.Of"/>.</param>
    public IResult Page<TPage, TModel>(
        HttpRequest request, TModel model, FormState? form = null, int status = StatusCodes.Status200OK, bool token = false)
        where TPage : Page<TModel> =>
        new RazorComponentResult<TPage>(new Dictionary<string, object?>
        {
            [nameof(Page<>.Frame)] = frames.Of(request.HttpContext, token),
            [nameof(Page<>.Model)] = model,
            [nameof(Page<>.Form)] = form ?? FormState.Fresh(),
        })
        { StatusCode = status };

    /// <summary>The page that says why there is no page.</summary>
    public IResult Problem(HttpRequest request, Problem problem) => Page<ProblemPage, FormProblem>(
        request, new FormProblem(problem.Code, problem.Title, problem.Detail), status: problem.Status);

    /// <summary>After a form was taken: the browser goes on to a page that says so (post, redirect, get).</summary>
    /// <param name="path">A path of ours, ASCII.</param>
    /// <param name="done">Key in done.json, without its prefix.</param>
    public static IResult GoTo(string path, string? done = null) => new SeeOther(
        done is null ? path : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{PageFrames.DoneParameter}={done}");

    private sealed class SeeOther(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = path;
            return Task.CompletedTask;
        }
    }
}
