using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace NtmServerless.ProbeApp;

/// <summary>Functions behind an outermost middleware as the product has one.</summary>
public static class Pages
{
    [Function("page")]
    public static IResult Page([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Results.Text("<p>trang</p>");

    [Function("pagefails")]
    public static Task<IResult> Fails([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => throw new InvalidOperationException("x");

    [Function("pagebomb")]
    public static IResult FailsRendering([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => new Bomb();

    /// <summary>Executes the result itself, and makes an answer of every exception.</summary>
    public sealed class ErrorPages : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            HttpContext http = context.GetHttpContext()!;
            http.Response.OnStarting(() =>
            {
                http.Response.Headers.ContentSecurityPolicy = "default-src 'self'";
                return Task.CompletedTask;
            });
            try
            {
                await next(context);
                if (context.GetInvocationResult().Value is IResult result)
                {
                    await result.ExecuteAsync(http);
                    context.GetInvocationResult().Value = Results.Empty;
                }
            }
            catch (Exception error) when (error is InvalidOperationException or FormatException)
            {
                http.Response.Clear();
                context.GetInvocationResult().Value = Results.Text(error.GetType().Name, statusCode: 422);
            }
        }
    }

    /// <summary>Lets nothing through.</summary>
    public sealed class Gate : IFunctionsWorkerMiddleware
    {
        public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            context.GetInvocationResult().Value = Results.Text("denied", statusCode: 401);
            return Task.CompletedTask;
        }
    }

    private sealed class Bomb : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => throw new FormatException("x");
    }
}
