using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace NtmServerless.Functions.Edge;

/// <summary>
/// The outermost middleware: turns every exception into a problem answer, and executes results itself, because what fails
/// while the host executes a result is out of anybody's reach.
/// </summary>
internal sealed partial class ErrorMiddleware(Problems problems, ILogger<ErrorMiddleware> log) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        http.Response.OnStarting(static state =>
        {
            IHeaderDictionary headers = ((HttpResponse)state).Headers;
            headers.XContentTypeOptions = "nosniff";
            headers.CacheControl = headers.CacheControl.Count > 0 ? headers.CacheControl : "no-store";
            headers["Referrer-Policy"] = "no-referrer";
            headers.ContentSecurityPolicy = headers.ContentSecurityPolicy.Count > 0
                ? headers.ContentSecurityPolicy
                : "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
            return Task.CompletedTask;
        }, http.Response);

        try
        {
            await next(context);
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
        catch (Exception e) when (!http.Response.HasStarted)
        {
            Problem problem = problems.Of(e);
            if (problem.Status >= 500) Failed(log, context.FunctionDefinition.Name, problem.Code, e);
            http.Response.Clear();
            await problem.WriteAsync(http.Response);
            context.GetInvocationResult().Value = Results.Empty;
        }
    }

    [LoggerMessage(EventId = 100, Level = LogLevel.Error, Message = "{Function} failed: {Code}")]
    private static partial void Failed(ILogger log, string function, string code, Exception exception);
}
