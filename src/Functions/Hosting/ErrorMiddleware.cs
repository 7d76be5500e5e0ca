using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace NtmServerless.Functions.Hosting;

/// <summary>
/// The outermost middleware: turns every exception into a problem answer, and executes results itself, because what fails
/// while the host executes a result is out of anybody's reach.
/// </summary>
public sealed class ErrorMiddleware(Problems problems, PageAnswers pages, ChosenLanguage language, ILogger<ErrorMiddleware> log) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        // An address of the API that is not there reaches the page for addresses that are not there.
        bool isPage = Endpoints.Pages.Contains(context.FunctionDefinition.Name) && !http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
        SecureHeaders.Set(http.Response, isPage);
        BoundedForm.Set(http.Request, Endpoints.Takes.GetValueOrDefault(context.FunctionDefinition.Name));

        using LeavingOut? leaving = Endpoints.ShowsTheRest.Contains(context.FunctionDefinition.Name) ? LeavingOut.Begin() : null;
        try
        {
            if (Endpoints.ForVillagers.Contains(context.FunctionDefinition.Name)) TextOverlay.Current = await language.OfAsync(http);
            await next(context);
            if (leaving is { Count: > 0 and var missing }) http.Response.Headers[ShowsTheRestAttribute.Header] = $"{missing}";
            if (context.GetInvocationResult().Value is IResult result)
            {
                await result.ExecuteAsync(http);
                context.GetInvocationResult().Value = Results.Empty;
            }
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client went away; there is nobody to answer.
        }
        catch (Exception e) when (http.Response.HasStarted)
        {
            // Part of the answer is on its way: it is broken off, so that nobody takes it for whole. The host would log what it is told.
            RequestLog.Failed(log, context.FunctionDefinition.Name, "broken-off", FailureTrace.Of(e));
            http.Abort();
        }
        catch (Exception e)
        {
            Problem problem = problems.Of(e);
            Measures.Refused(problem.Code);
            if (problem.Status >= 500) RequestLog.Failed(log, context.FunctionDefinition.Name, problem.Code, FailureTrace.Of(e));
            http.Response.Clear();
            if (isPage) await WritePageAsync(http, e, problem);
            else await problem.WriteAsync(http.Response);
            context.GetInvocationResult().Value = Results.Empty;
        }
    }

    // Whoever has to sign in first is sent there and comes back; everything else is said on a page.
    private async Task WritePageAsync(HttpContext http, Exception e, Problem problem)
    {
        if (problem.RetryAfter is { } seconds) http.Response.Headers.RetryAfter = seconds;
        IResult answer = e switch
        {
            UnauthenticatedException when HttpMethods.IsGet(http.Request.Method) =>
                PageAnswers.GoTo(ReturnPath.SignIn(http.Request.Path + http.Request.QueryString)),
            PasswordChangeNeededException => PageAnswers.GoTo(AccountPaths.Mine),
            _ => pages.Problem(http.Request, problem),
        };
        await answer.ExecuteAsync(http);
    }
}
