using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;

namespace NtmServerless.Functions.Access;

/// <summary>
/// Lets a request through when its function's rule says so; everything else is refused. A caller is known by a key, by the
/// cookie of an officer's session, or by a sign-in in front of the app, in this order.
/// </summary>
public sealed class AccessMiddleware(
    ApiKeyStore keys, SignInSessions sessions, FrontDoor front, ForgeryGuard forgery, PublicRate rate, ClientAddress addresses, KnownBrowsers browsers,
    ReceiptTokens receipts, IConfiguration configuration) : IFunctionsWorkerMiddleware
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
            KnownHosts.Want(http.Request);
            string function = context.FunctionDefinition.Name;
            switch (AccessRules.ByFunction.GetValueOrDefault(function))
            {
                // Part of a page that was counted; a browser asks for it once.
                case PublicAttribute when function == nameof(StaticFiles.GetStaticFile):
                    break;
                case PublicAttribute:
                    await CountAsync(http);
                    ForgeryGuard.WantOwnOrigin(http.Request);
                    if (AccessRules.Pages.Contains(function)) await GreetAsync(http);
                    break;
                case SignedAttribute:
                    await CountAsync(http);
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

    // Many may sit behind one address. Who is no stranger is not shut out when one of them has used up what all of them may ask.
    private async Task CountAsync(HttpContext http)
    {
        if (addresses.Of(http) is not { } address) return;
        using RateLimitLease lease = rate.Ask(address);
        if (lease.IsAcquired || await FindOfficerAsync(http) is not null || HasOwnAllowance(http)) return;
        throw TooManyRequestsException.Of(lease);
    }

    private bool HasOwnAllowance(HttpContext http)
    {
        string? own = browsers.FindAny(http) is { } browser ? $"browser/{browser}" : receipts.Find(http.Request) is { } receipt ? $"receipt/{receipt}" : null;
        if (own is null) return false;
        using RateLimitLease lease = rate.Ask(own);
        return lease.IsAcquired;
    }

    // A page for everybody shows an officer the officer's menu, and treats the officer as everybody.
    private async Task GreetAsync(HttpContext http)
    {
        if (await FindOfficerAsync(http) is var (account, credential)) SignInSessions.Enter(http, account, credential, asCaller: false);
    }

    private async Task LetInAsync(HttpContext http, CallersAttribute rule, bool isPage)
    {
        string key = http.Request.Headers[KeyHeader].ToString();
        if (key.Length > 0)
        {
            Caller caller = await keys.FindAsync(key, http.RequestAborted) ?? throw await NobodyAsync(http);
            http.Features.Set(caller);
            http.Features.Set(new Credential(key));
            http.Features.Set(new Officer(caller.Name, caller.Name, caller));
            if (!rule.Roles.Contains(caller.Role)) throw new ForbiddenException();
            return;
        }

        (Account account, Credential credential) = await FindOfficerAsync(http) ?? throw await NobodyAsync(http);
        SignInSessions.Enter(http, account, credential, asCaller: true);
        if (!rule.Roles.Contains(account.Role)) throw new ForbiddenException();
        await forgery.WantTokenAsync(http, isPage);
        if (account.MustChangePassword && !rule.AlsoWithGivenPassword) throw new PasswordChangeNeededException();
    }

    private async Task<(Account Account, Credential Credential)?> FindOfficerAsync(HttpContext http) =>
        await sessions.FindAsync(http) ?? await front.FindAsync(http);

    // Guessing keys costs the guesser the same allowance as public requests.
    private async Task<UnauthenticatedException> NobodyAsync(HttpContext http)
    {
        await CountAsync(http);
        return new UnauthenticatedException();
    }
}
