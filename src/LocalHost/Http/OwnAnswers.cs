using Microsoft.AspNetCore.Http;

namespace NtmServerless.LocalHost.Http;

/// <summary>Headers of what this host itself answers: nothing in it may run, be framed, be kept or be taken for something else.</summary>
internal static class OwnAnswers
{
    private static readonly (string Name, string Value)[] Headers =
    [
        ("X-Content-Type-Options", "nosniff"), ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"), ("Referrer-Policy", "no-referrer"),
        ("Cache-Control", "no-store"), ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
    ];

    /// <summary>Sets them when the answer starts, wherever the app has not set its own.</summary>
    public static Task SecureAsync(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(() =>
        {
            foreach ((string name, string value) in Headers)
                http.Response.Headers.TryAdd(name, value);
            // Where it is https there is nothing else; loopback stays as it is.
            if (http.Request.IsHttps)
                http.Response.Headers.TryAdd("Strict-Transport-Security", "max-age=31536000");
            return Task.CompletedTask;
        });
        return next(http);
    }
}
