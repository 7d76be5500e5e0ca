using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace NtmServerless.Functions.Access;

/// <summary>
/// Sessions of officers in a cookie. Each is held against its account at every request, so that a changed password, a
/// disabled account and a sign-out end it, however long the cookie itself would last.
/// </summary>
public sealed class SignInSessions(AccountStore accounts, KnownBrowsers browsers, IOptions<AntiforgeryOptions> antiforgery)
{
    /// <summary>Longest time without a request.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(8);

    /// <summary>Longest time in all.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    // Antiforgery binds its tokens to "sub": one a session, so that a token of an earlier session of the same officer is worth nothing.
    private const string SessionClaim = "sub";
    private const string StampClaim = "ntm-stamp";
    private const string EndsClaim = "ntm-ends";

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <summary>Starts a session of its own in this browser; whatever session the browser had is left behind.</summary>
    public Task StartAsync(HttpContext http, AccountSession account)
    {
        string ends = (Now + Longest).ToString("O", CultureInfo.InvariantCulture);
        ClaimsIdentity identity = new(
        [
            new Claim(SessionClaim, Guid.NewGuid().ToString("N")),
            new Claim(ClaimTypes.NameIdentifier, account.Account.Id),
            new Claim(StampClaim, account.Stamp),
            new Claim(EndsClaim, ends),
        ], CookieAuthenticationDefaults.AuthenticationScheme);
        http.Response.Cookies.Delete(antiforgery.Value.Cookie.Name!);
        browsers.Remember(http, account.Account.Id);
        return http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(identity));
    }

    /// <summary>Ends the session here, and whatever copy of its cookie is elsewhere.</summary>
    public async Task EndAsync(HttpContext http, Credential credential)
    {
        if (credential is { AccountId: { } id, Session: { } session })
            await accounts.EndSessionAsync(id, session.Id, session.Ends, Now, http.RequestAborted);
        http.Response.Cookies.Delete(antiforgery.Value.Cookie.Name!);
        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    /// <summary>Who is signed in by the request's cookie; sets the request's user. Null: nobody.</summary>
    public async Task<(Account Account, Credential Credential)?> FindAsync(HttpContext http)
    {
        if (!http.Request.Cookies.ContainsKey(CookieSetup.SessionCookie)) return null;
        if ((await http.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme)).Principal is not { } user) return null;
        if (user.FindFirstValue(SessionClaim) is not { } session || user.FindFirstValue(ClaimTypes.NameIdentifier) is not { } id
            || !DateTimeOffset.TryParse(user.FindFirstValue(EndsClaim), CultureInfo.InvariantCulture, out DateTimeOffset ends) || ends <= Now)
            return null;
        if (await accounts.FindSessionAsync(id, http.RequestAborted) is not { } known || known.Stamp != user.FindFirstValue(StampClaim)
            || known.EndedSessions.Contains(session))
            return null;
        http.User = user;
        return (known.Account, new Credential(known.Stamp, id, new SignInSession(session, ends)));
    }

    /// <summary>Tells the request who asks.</summary>
    public static void Enter(HttpContext http, Account account, Credential credential, bool asCaller)
    {
        Caller caller = account.ToCaller();
        http.Features.Set(new Officer(account.UserName, account.DisplayName, caller));
        if (!asCaller) return;
        http.Features.Set(caller);
        http.Features.Set(credential);
    }
}
