using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace NtmServerless.Functions.Hosting;

/// <summary>Answers with pages.</summary>
public sealed class PageAnswers(PageFrames frames)
{
    /// <param name="form">What was typed and what is wrong with it; null: a fresh form, or none.</param>
    /// <param name="token">See <see cref="PageFrames.OfAsync"/>.</param>
    public IResult Page<TPage, TModel>(
        HttpRequest request, TModel model, FormState? form = null, int status = StatusCodes.Status200OK, bool token = false)
        where TPage : Page<TModel> =>
        new Framed<TPage, TModel>(frames, model, form ?? FormState.Fresh(), status, token);

    /// <summary>The page that says why there is no page.</summary>
    public IResult Problem(HttpRequest request, Problem problem) => Page<ProblemPage, FormProblem>(
        request, new FormProblem(problem.Code, problem.Title, problem.Detail), status: problem.Status);

    /// <summary>After a form was taken: the browser goes on to a page that says so (post, redirect, get).</summary>
    /// <param name="path">A path of ours, ASCII.</param>
    /// <param name="done">Key in done.json, without its prefix.</param>
    public static IResult GoTo(string path, string? done = null) => new SeeOther(
        done is null ? path : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{PageFrames.DoneParameter}={done}");

    // What stands around the page is looked up when the answer goes out.
    private sealed class Framed<TPage, TModel>(PageFrames frames, TModel model, FormState form, int status, bool token) : IResult
        where TPage : Page<TModel>
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            RazorComponentResult<TPage> page = new(new Dictionary<string, object?>
            {
                [nameof(Page<>.Frame)] = await frames.OfAsync(httpContext, token),
                [nameof(Page<>.Model)] = model,
                [nameof(Page<>.Form)] = form,
            })
            { StatusCode = status };
            if (TextOverlay.Current is { } overlay) await MarkedAsync(httpContext, page, overlay);
            else await page.ExecuteAsync(httpContext);
        }

        private static async Task MarkedAsync(HttpContext http, RazorComponentResult<TPage> page, TextOverlay overlay)
        {
            Stream body = http.Response.Body;
            using MemoryStream written = new();
            http.Response.Body = written;
            try
            {
                await page.ExecuteAsync(http);
            }
            finally
            {
                http.Response.Body = body;
            }

            string html = Encoding.UTF8.GetString(written.GetBuffer(), 0, (int)written.Length);
            await http.Response.WriteAsync(ChosenLanguage.Mark(html, overlay.Tag), http.RequestAborted);
        }
    }

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
