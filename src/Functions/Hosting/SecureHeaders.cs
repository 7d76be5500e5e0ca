using Microsoft.AspNetCore.Http;

namespace NtmServerless.Functions.Hosting;

/// <summary>Headers that every answer carries, set when it starts because clearing an answer clears them too.</summary>
public static class SecureHeaders
{
    // Nothing inline, nothing from elsewhere; data: for QR codes, blob: for previews of files that were chosen.
    private const string OfPages =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; manifest-src 'self'; " +
        "worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string OfTheApi = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    public static void Set(HttpResponse response, bool isPage) => response.OnStarting(() =>
    {
        IHeaderDictionary headers = response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = headers.CacheControl.Count > 0 ? headers.CacheControl : "no-store";
        headers["Referrer-Policy"] = isPage ? "same-origin" : "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // Where browsers reach the app by https, they reach it by nothing else. Loopback on one PC stays as it is.
        if (response.HttpContext.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000";
        if (isPage) headers["Permissions-Policy"] = "camera=(self), microphone=(), geolocation=()";
        headers.ContentSecurityPolicy = headers.ContentSecurityPolicy.Count > 0 ? headers.ContentSecurityPolicy : isPage ? OfPages : OfTheApi;
        return Task.CompletedTask;
    });
}
