using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NtmServerless.LocalHost.Tests.Host.Support;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Host;

public sealed class MiddlewareTests(AzuriteServer azurite)
{
    [Theory]
    [InlineData("/api/page", HttpStatusCode.OK, "<p>trang</p>")]
    [InlineData("/api/fails", HttpStatusCode.UnprocessableEntity, "InvalidOperationException")]
    [InlineData("/api/failsrendering", HttpStatusCode.UnprocessableEntity, "FormatException")]
    [InlineData("/api/page?deny=1", HttpStatusCode.Unauthorized, "denied")]
    public async Task OutermostMiddleware_ExecutesTheResultAndTurnsExceptionsIntoProblems(string path, HttpStatusCode status, string body)
    {
        await using RunningHost host = await StartAsync();

        using HttpResponseMessage answer = await host.SendAsync(HttpMethod.Get, path);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(body, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("default-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Fact]
    public async Task HttpContextAccessor_IsEmptyUntilTheAppFillsIt()
    {
        await using RunningHost host = await StartAsync();

        Assert.Equal("True", await host.GetAsync("/api/accessor"));
    }

    [Fact]
    public async Task StartupFilter_OfTheApp_SeesFunctionRequestsButNotTheHostsOwn()
    {
        await using RunningHost host = await StartAsync();

        using HttpResponseMessage page = await host.SendAsync(HttpMethod.Get, "/api/page");
        using HttpResponseMessage admin = await host.SendAsync(HttpMethod.Get, "/admin/host/status");

        Assert.True(page.Headers.Contains("X-Filter"));
        Assert.False(admin.Headers.Contains("X-Filter"));
    }

    private Task<RunningHost> StartAsync() => RunningHost.StartAsync(
        azurite,
        builder =>
        {
            builder.Services.AddHttpContextAccessor();
            builder.Services.AddSingleton<IStartupFilter, HeaderFilter>();
            builder.UseMiddleware<ErrorPages>();
            builder.UseWhen<Gate>(context => context.GetHttpContext()?.Request.Query.ContainsKey("deny") == true);
        },
        typeof(Pages));

    internal sealed class ErrorPages : IFunctionsWorkerMiddleware
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
            catch (Exception error) when (error is InvalidOperationException or FormatException && !http.Response.HasStarted)
            {
                http.Response.Clear();
                context.GetInvocationResult().Value = Results.Text(error.GetType().Name, statusCode: 422);
            }
        }
    }

    internal sealed class Gate : IFunctionsWorkerMiddleware
    {
        public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            context.GetInvocationResult().Value = Results.Text("denied", statusCode: 401);
            return Task.CompletedTask;
        }
    }

    internal sealed class HeaderFilter : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, rest) =>
            {
                http.Response.Headers["X-Filter"] = "1";
                return rest(http);
            });
            next(app);
        };
    }

    internal sealed class Pages(IHttpContextAccessor accessor)
    {
        [Function("page")]
        public static IResult Page([HttpTrigger("get")] HttpRequest request, FunctionContext context) =>
            Results.Text(context.GetHttpContext() == request.HttpContext ? "<p>trang</p>" : "another request");

        [Function("fails")]
        public static Task<IResult> Fails([HttpTrigger("get")] HttpRequest request) => throw new InvalidOperationException("x");

        [Function("failsrendering")]
        public static IResult FailsRendering([HttpTrigger("get")] HttpRequest request) => new Bomb();

        [Function("accessor")]
        public IResult Accessor([HttpTrigger("get")] HttpRequest request) => Results.Text($"{accessor.HttpContext is null}");
    }

    private sealed class Bomb : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => throw new FormatException("x");
    }
}
