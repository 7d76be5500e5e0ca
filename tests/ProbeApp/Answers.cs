using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Net.Http.Headers;

namespace NtmServerless.ProbeApp;

/// <summary>Every kind of answer.</summary>
public sealed class Answers(Probe probe, IConfiguration configuration)
{
    [Function("action")]
    public static IActionResult Action([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => new ContentResult { Content = "action" };

    [Function("object")]
    public static IActionResult OkObject([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => new OkObjectResult(new { So = 7 });

    [Function("result")]
    public static IResult Result([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Results.Accepted();

    [Function("nothing")]
    public static Task Nothing([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Task.CompletedTask;

    [Function("broken")]
    public static IResult Broken([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
    {
        request.HttpContext.Response.Headers["X-Before"] = "1";
        throw new InvalidOperationException("secret");
    }

    [Function("brokenresult")]
    public static IResult BrokenResult([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => new Bomb();

    /// <summary>Breaks in the middle of its body.</summary>
    [Function("brokenlate")]
    public static async Task BrokenLate([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
    {
        await request.HttpContext.Response.WriteAsync("begun");
        await request.HttpContext.Response.Body.FlushAsync();
        throw new InvalidOperationException("secret");
    }

    /// <summary>What the app sees of the request.</summary>
    [Function("request")]
    public static IResult Request([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Results.Json(new
    {
        url = request.GetEncodedUrl(),
        remote = request.HttpContext.Connection.RemoteIpAddress?.MapToIPv4().ToString(),
        headers = string.Join('\n', request.Headers.Where(header => header.Key.Contains("forwarded", StringComparison.OrdinalIgnoreCase)).Select(header => $"{header.Key}: {header.Value}")),
    });

    [Function("now")]
    public IResult Now([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        Results.Json(new { now = probe.Now(), practice = configuration["practice"], plan = configuration["plan"] });

    [Function("asked")]
    public IResult Asked([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
    {
        probe.CountRequests(3);
        return Results.Ok();
    }

    [Function("cookies")]
    public static IResult Cookies([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
    {
        request.HttpContext.Response.Cookies.Append("a", "1");
        request.HttpContext.Response.Cookies.Append("b", "2", new CookieOptions { HttpOnly = true });
        return Results.Text(string.Join(' ', request.Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
    }

    [Function("file")]
    public static IResult File([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head")] HttpRequest request) =>
        Results.File("0123456789"u8.ToArray(), "text/plain", entityTag: new EntityTagHeaderValue("\"v1\""), enableRangeProcessing: true);

    [Function("download")]
    public static async Task Download([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "download/{bytes:long}")] HttpRequest request, long bytes)
    {
        byte[] part = new byte[1 << 16];
        for (long left = bytes; left > 0; left -= part.Length)
            await request.HttpContext.Response.Body.WriteAsync(part.AsMemory(0, (int)Math.Min(left, part.Length)));
    }

    [Function("upload")]
    public static async Task<IResult> Upload([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request)
    {
        byte[] part = new byte[1 << 16];
        long bytes = 0;
        for (int read; (read = await request.Body.ReadAsync(part)) > 0;)
            bytes += read;
        return Results.Text($"{bytes}");
    }

    /// <summary>Sends a line at once, and the rest when the gate opens.</summary>
    [Function("stream")]
    public async Task Stream([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "stream/{gate}")] HttpRequest request, string gate)
    {
        request.HttpContext.Response.ContentType = "text/event-stream";
        await request.HttpContext.Response.WriteAsync("first\n");
        await request.HttpContext.Response.Body.FlushAsync();
        await probe.WaitAsync(gate);
        await request.HttpContext.Response.WriteAsync("last\n");
    }

    /// <summary>Answers when the gate opens.</summary>
    [Function("hang")]
    public async Task<IResult> Hang([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hang/{gate}")] HttpRequest request, string gate)
    {
        probe.Note($"hang {gate}");
        await probe.WaitAsync(gate);
        return Results.Text("done");
    }

    private sealed class Bomb : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => throw new InvalidOperationException("secret");
    }
}
