using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace NtmServerless.LocalHost.Http;

/// <summary>What this host itself answers while the app cannot.</summary>
internal static class Unavailable
{
    private const string Title = "Hệ thống đang khởi động lại", Detail = "Xin đợi vài giây rồi thử lại; những gì đã được báo là xong thì không mất.";

    public static Task AnswerAsync(HttpContext http, int status)
    {
        http.Response.Clear();
        http.Response.StatusCode = status;
        http.Response.Headers[HeaderNames.RetryAfter] = "5";
        http.Response.Headers[HeaderNames.CacheControl] = "no-store";
        bool wantsPage = http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
        http.Response.ContentType = wantsPage ? "text/html; charset=utf-8" : "application/problem+json";
        return http.Response.WriteAsync(wantsPage
            ? $"<!doctype html><html lang=\"vi\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>Xin đợi</title><p>{Title}. {Detail}</p></html>"
            : $$"""{"title":"{{Title}}","status":{{status}},"detail":"{{Detail}}","type":"urn:ntm:problem:restarting"}""");
    }
}
