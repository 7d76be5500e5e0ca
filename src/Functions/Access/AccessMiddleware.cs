using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using NtmServerless.Domain.Access;
using NtmServerless.Functions.Edge;
using NtmServerless.Functions.Pages;
using NtmServerless.Pages.Frames;
using NtmServerless.Storage.Access;

namespace NtmServerless.Functions.Access;

/// <summary>
/// Lets a request through when its function's rule says so; everything else is refused. A caller is known by a key, by the
/// cookie of an officer's session, or by a sign-in in front of the app, in this order.
/// </summary>
public sealed class AccessMiddleware(
    KeyRing keys, Sessions sessions, FrontDoor front, ForgeryGuard forgery, PublicRate rate, IConfiguration configuration) : IFunctionsWorkerMiddleware
{
    /// <summary>The header that carries a caller's key.</summary>
    public const string KeyHeader = "x-api-key";

    private readonly bool _browsersUseHttps = configuration.GetValue(CookieSetup.SecureSetting, false);

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http)
        {
            // Told by the setting: what the proxy in front says of the scheme does not reach the worker.
            if (_browsersUseHttps) http.Request.Scheme = Uri.UriSchemeHttps;
            string function = context.FunctionDefinition.Name;
            switch (AccessRules.ByFunction.GetValueOrDefault(function))
            {
                case PublicAttribute:
                    Count(http);
                    ForgeryGuard.WantOwnOrigin(http.Request);
                    if (AccessRules.Pages.Contains(function) && function != nameof(StaticFiles.GetStaticFile)) await GreetAsync(http);
                    break;
                case SignedAttribute:
                    Count(http);
                    break;
                case CallersAttribute rule:
                    await LetInAsync(http, rule, AccessRules.Pages.Contains(function));
                    break;
                default:
                    throw new ForbiddenException();
            }
        }

        await next(context);
    }

    private void Count(HttpContext http)
    {
        using RateLimitLease lease = rate.Ask(http.Connection.RemoteIpAddress);
        if (!lease.IsAcquired) throw TooManyRequestsException.Of(lease);
    }

    // A page for everybody shows an officer the officer's menu, and treats the officer as everybody.
    private async Task GreetAsync(HttpContext http)
    {
        if (await FindOfficerAsync(http) is var (account, credential)) Sessions.Enter(http, account, credential, asCaller: false);
    }

    private async Task LetInAsync(HttpContext http, CallersAttribute rule, bool isPage)
    {
        string key = http.Request.Headers[KeyHeader].ToString();
        if (key.Length > 0)
        {
            Caller caller = await keys.FindAsync(key, http.RequestAborted) ?? throw Nobody(http);
            http.Features.Set(caller);
            http.Features.Set(new Credential(key));
            http.Features.Set(new Officer(caller.Name, caller.Name, caller));
            if (!rule.Roles.Contains(caller.Role)) throw new ForbiddenException();
            return;
        }

        (Account account, Credential credential) = await FindOfficerAsync(http) ?? throw Nobody(http);
        Sessions.Enter(http, account, credential, asCaller: true);
        if (!rule.Roles.Contains(account.Role)) throw new ForbiddenException();
        await forgery.WantTokenAsync(http, isPage);
        if (account.MustChangePassword && !rule.AlsoWithGivenPassword) throw new PasswordChangeNeededException();
    }

    private async Task<(Account Account, Credential Credential)?> FindOfficerAsync(HttpContext http) =>
        await sessions.FindAsync(http) ?? await front.FindAsync(http);

    // Guessing keys costs the guesser the same allowance as public requests.
    private UnauthenticatedException Nobody(HttpContext http)
    {
        Count(http);
        return new UnauthenticatedException();
    }
}
