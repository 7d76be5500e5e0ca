using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using NtmServerless.LocalHost.Tests.Host.Support;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Host;

public sealed class HttpAnswerTests(AzuriteServer azurite)
{
    [Theory]
    [InlineData("action", HttpStatusCode.OK, "action")]
    [InlineData("object", HttpStatusCode.OK, """{"so":7}""")]
    [InlineData("result", HttpStatusCode.Accepted, "")]
    [InlineData("poco", HttpStatusCode.OK, "")]
    [InlineData("nothing", HttpStatusCode.OK, "")]
    [InlineData("broken", HttpStatusCode.InternalServerError, "")]
    [InlineData("brokenresult", HttpStatusCode.InternalServerError, "")]
    public async Task Answer_IsWhatTheOfficialHostMakesOfTheReturnValue(string path, HttpStatusCode status, string body)
    {
        await using RunningHost host = await RunningHost.StartAsync(azurite, typeof(Answers));

        using HttpResponseMessage answer = await host.SendAsync(HttpMethod.Get, "/api/" + path);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(body, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.False(answer.Headers.Contains("X-Before"));
    }

    [Fact]
    public async Task ForwardingHeaders_FromTheClient_NeverReachTheApp()
    {
        await using RunningHost host = await RunningHost.StartAsync(azurite, typeof(Answers));

        using HttpResponseMessage answer = await host.SendAsync(
            HttpMethod.Get, "/api/headers", ("X-Forwarded-For", "1.2.3.4"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "a"), ("Forwarded", "for=1"));

        Assert.Equal("", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task User_IsAnonymousUntilTheAppSignsIn_EvenWithAnAuthenticationScheme()
    {
        await using RunningHost host = await RunningHost.StartAsync(
            azurite,
            builder => builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(),
            typeof(Answers));

        using HttpResponseMessage signedIn = await host.SendAsync(HttpMethod.Get, "/api/signin");
        string cookie = signedIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        using HttpResponseMessage answer = await host.SendAsync(HttpMethod.Get, "/api/who", ("Cookie", cookie));

        Assert.Equal("none, then an", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Body_Over30Million_Is413WhenRead()
    {
        await using RunningHost host = await RunningHost.StartAsync(azurite, typeof(Answers));
        using StreamContent body = new(new MemoryStream(new byte[30_000_001]));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");

        using HttpRequestMessage request = new(HttpMethod.Post, new Uri("/api/upload", UriKind.Relative)) { Content = body };
        request.Headers.ExpectContinue = true;

        using HttpResponseMessage answer = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    internal sealed class Answers(TimeProvider time)
    {
        [Function("action")]
        public static IActionResult Action([HttpTrigger("get")] HttpRequest request) => new ContentResult { Content = "action" };

        [Function("object")]
        public static IActionResult Object([HttpTrigger("get")] HttpRequest request) => new OkObjectResult(new { So = 7 });

        [Function("result")]
        public IResult Result([HttpTrigger("get")] HttpRequest request) =>
            time.GetUtcNow() > DateTimeOffset.UnixEpoch ? Results.Accepted() : Results.NotFound();

        [Function("poco")]
        public static Answers? Poco([HttpTrigger("get")] HttpRequest request) => new(TimeProvider.System);

        [Function("nothing")]
        public static Task Nothing([HttpTrigger("get")] HttpRequest request) => Task.CompletedTask;

        [Function("broken")]
        public static IResult Broken([HttpTrigger("get")] HttpRequest request)
        {
            request.HttpContext.Response.Headers["X-Before"] = "1";
            throw new InvalidOperationException("secret");
        }

        [Function("brokenresult")]
        public static IResult BrokenResult([HttpTrigger("get")] HttpRequest request) => new Bomb();

        [Function("headers")]
        public static IResult Headers([HttpTrigger("get")] HttpRequest request) =>
            Results.Text(string.Join(' ', request.Headers.Keys.Where(k => k.Contains("forwarded", StringComparison.OrdinalIgnoreCase))));

        [Function("signin")]
        public static IResult SignIn([HttpTrigger("get")] HttpRequest request) => Results.SignIn(
            new([new([new("sub", "an")], "test", "sub", "role")]), authenticationScheme: CookieAuthenticationDefaults.AuthenticationScheme);

        [Function("who")]
        public static async Task<IResult> Who([HttpTrigger("get")] HttpRequest request)
        {
            string before = request.HttpContext.User.Identity?.Name ?? "none";
            AuthenticateResult signedIn = await request.HttpContext.AuthenticateAsync();
            return Results.Text($"{before}, then {signedIn.Principal?.Identity?.Name}");
        }

        [Function("upload")]
        public static async Task<IResult> Upload([HttpTrigger("post")] HttpRequest request)
        {
            try
            {
                await request.Body.CopyToAsync(Stream.Null);
                return Results.Ok();
            }
            catch (BadHttpRequestException tooLarge)
            {
                return Results.StatusCode(tooLarge.StatusCode);
            }
        }
    }

    private sealed class Bomb : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => throw new InvalidOperationException("secret");
    }
}
