using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace NtmServerless.Functions.Access;

/// <summary>Refuses what another site makes a browser send.</summary>
public sealed class ForgeryGuard(IAntiforgery antiforgery, IOptions<AntiforgeryOptions> options)
{
    public static bool IsUnsafe(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method);

    /// <summary>Wants the token of the officer's own session: in the header, or on pages in the form as well.</summary>
    /// <exception cref="ForgeryException">It is missing, or another session's.</exception>
    public async Task WantTokenAsync(HttpContext http, bool isPage)
    {
        if (!IsUnsafe(http.Request)) return;
        // Programs send the header; an upload to the API must not be read here to find a field in it.
        if (!isPage && http.Request.Headers[options.Value.HeaderName!].Count == 0) throw new ForgeryException();
        // A page's form that cannot be read is refused as such; the check itself would call everything a forgery.
        if (isPage && http.Request.HasFormContentType) await http.Request.ReadFormAsync(http.RequestAborted);
        try
        {
            await antiforgery.ValidateRequestAsync(http);
        }
        catch (AntiforgeryValidationException)
        {
            throw new ForgeryException();
        }
    }

    /// <summary>A form for everybody carries no authority and needs no token, but it must stand on a page of ours.</summary>
    /// <exception cref="ForgeryException">The browser says that it comes from elsewhere.</exception>
    public static void WantOwnOrigin(HttpRequest request)
    {
        if (!IsUnsafe(request)) return;
        string from = request.Headers["Sec-Fetch-Site"].ToString();
        // Browsers leave it out where the connection is not trusted, as on an office's network without a certificate.
        bool own = from.Length > 0 ? from is "same-origin" or "same-site" or "none" : IsOwn(request);
        if (!own) throw new ForgeryException();
    }

    // The request has the name that the browser asked for: KnownHosts has seen to it.
    private static bool IsOwn(HttpRequest request) => request.Headers.Origin.ToString() is not { Length: > 0 } origin
        || Uri.TryCreate(origin, UriKind.Absolute, out Uri? uri)
            && (string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
                || uri.IsDefaultPort && string.Equals(uri.Host, request.Host.Host, StringComparison.OrdinalIgnoreCase));
}
