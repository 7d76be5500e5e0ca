using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace NtmServerless.Functions.Hosting;

/// <summary>What stands around a page: made of the request, by whom the door let in.</summary>
public sealed class PageFrames(
    IAntiforgery antiforgery, IFrameFacts facts, ILanguages languages, VietnameseTexts texts, IConfiguration configuration, TimeProvider time)
{
    /// <summary>Query parameter that says what was just done; only keys of <c>done.json</c> are shown.</summary>
    public const string DoneParameter = "xong";

    private readonly bool _practice = configuration.GetValue("practice", false);

    /// <param name="token">Whether the page's forms carry an antiforgery token, also for somebody who is not signed in.</param>
    public async Task<Frame> OfAsync(HttpContext http, bool token = false)
    {
        (OfficeIdentity? office, int unread) = await facts.OfAsync(http);
        Officer? officer = http.Features.Get<Officer>();
        string? done = http.Request.Query[DoneParameter] is [{ Length: < 40 } key] && texts.Has("done." + key) ? "done." + key : null;
        return new Frame(
            http.Request.Path + http.Request.QueryString, time.GetUtcNow(), _practice, officer,
            officer is not null || token ? Token(http) : null, done,
            office ?? new OfficeIdentity(texts["shell.app"], null, null, null), unread, LeavingOut.Missing,
            officer is null || TextOverlay.Current is not null ? await languages.PublishedAsync(http.RequestAborted) : [], TextOverlay.Current?.Tag);
    }

    private FormToken Token(HttpContext http)
    {
        AntiforgeryTokenSet tokens = antiforgery.GetAndStoreTokens(http);
        return new FormToken(tokens.FormFieldName, tokens.RequestToken!);
    }
}
