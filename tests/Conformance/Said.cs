using System.Text.RegularExpressions;
using NtmServerless.Testing;

namespace NtmServerless.Conformance;

/// <summary>An answer in a few words: status, kind of its body, who gave it, headers that belong to it.</summary>
/// <remarks>
/// <c>404 problem missing</c>: a problem of that type; <c>200 page</c>: HTML; <c>200 json</c>; any other body by its media type;
/// <c>303 empty</c>. <c>of the host</c> stands where the app's own headers are missing, or are those of a host's own answers: its host answered.
/// </remarks>
public static partial class Said
{
    // What an answer may carry. A header that is not here comes from a host, and the browser should not see it.
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept-Ranges", "blazor-enhanced-nav", "Cache-Control", "Connection", "Content-Disposition", "Content-Encoding", "Content-Length", "Content-Security-Policy", "Content-Type",
        "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy", "Date", "ETag", "Expires", "Last-Modified", "Location", "Permissions-Policy", "Pragma",
        "Referrer-Policy", "Retry-After", "Service-Worker-Allowed", "Set-Cookie", "Transfer-Encoding", "Vary", "WWW-Authenticate", "X-Content-Type-Options",
        "Strict-Transport-Security",
    };

    // The app's own policies have more to say.
    private const string OfLocalHost = "default-src 'none'; frame-ancestors 'none'";

    /// <param name="like">Names the headers that are said, each after a bar: <c>200 page | Vary: Accept-Encoding</c>.</param>
    public static string Of(Answer answer, string like = "")
    {
        string kind = answer switch
        {
            { Body.Length: 0 } => "empty",
            { Problem: { } problem } => "problem " + problem,
            { MediaType: "text/html" } => "page",
            { MediaType: "application/json" } => "json",
            _ => answer.MediaType ?? "of no type",
        };
        string whose = answer.Headers.Contains("X-Content-Type-Options") && Values(answer, "Content-Security-Policy") != OfLocalHost ? "" : " of the host";
        IEnumerable<string> headers = like.Split(" | ").Skip(1).Select(header => header.Split(':')[0]);
        return $"{(int)answer.Status} {kind}{whose}" + string.Concat(headers.Select(name => $" | {name}: {Values(answer, name)}"));
    }

    /// <summary>Names of all headers.</summary>
    public static string Headers(Answer answer) => string.Join(", ", answer.AllHeaders.Select(h => h.Key).Order(StringComparer.OrdinalIgnoreCase));

    /// <summary>Names of headers that an answer should not have.</summary>
    public static IEnumerable<string> Unknown(Answer answer) => answer.AllHeaders.Select(h => h.Key)
        .Where(name => !Known.Contains(name) && !name.StartsWith("X-Ntm-", StringComparison.OrdinalIgnoreCase));

    // Keys, dates and what was drawn by lot are left out.
    private static string Values(Answer answer, string name)
    {
        string[] values = [.. answer.AllHeaders.Where(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).SelectMany(h => h.Value)];
        return name switch
        {
            "ETag" or "Last-Modified" => values.Length > 0 ? "*" : "",
            "Set-Cookie" => string.Join(" & ", values.Select(v => Account().Replace(Expiry().Replace(Content().Replace(v, "=*", 1), ""), "ntm-known-*")).Order(StringComparer.Ordinal)),
            _ => string.Join(", ", values),
        };
    }

    [GeneratedRegex("=[^;]+")]
    private static partial Regex Content();

    [GeneratedRegex("^ntm-known-[0-9a-f]+")]
    private static partial Regex Account();

    [GeneratedRegex(" expires=[^;]+;")]
    private static partial Regex Expiry();
}
