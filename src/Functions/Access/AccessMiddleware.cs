using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using NtmServerless.Domain.Access;
using NtmServerless.Functions.Edge;
using NtmServerless.Pages.Frames;
using NtmServerless.Storage.Access;

namespace NtmServerless.Functions.Access;

/// <summary>Lets a request through when its function's rule says so; everything else is refused.</summary>
internal sealed class AccessMiddleware(KeyRing keys, PublicRate rate) : IFunctionsWorkerMiddleware
{
    /// <summary>The header that carries a caller's key.</summary>
    public const string KeyHeader = "x-api-key";

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http)
        {
            switch (AccessRules.ByFunction.GetValueOrDefault(context.FunctionDefinition.Name))
            {
                case PublicAttribute or SignedAttribute:
                    using (RateLimitLease lease = rate.Ask(http.Connection.RemoteIpAddress))
                        if (!lease.IsAcquired) throw TooManyRequestsException.Of(lease);
                    break;
                case CallersAttribute rule:
                    Caller caller = await AuthorisedAsync(http.Request, rule);
                    http.Features.Set(caller);
                    http.Features.Set(new Officer(caller.Name, caller.Name, caller));
                    break;
                default:
                    throw new ForbiddenException();
            }
        }

        await next(context);
    }

    private async Task<Caller> AuthorisedAsync(HttpRequest request, CallersAttribute rule)
    {
        string? key = request.Headers[KeyHeader].ToString();
        Caller? caller = string.IsNullOrEmpty(key) ? null : await keys.FindAsync(key, request.HttpContext.RequestAborted);
        if (caller is null)
        {
            // Guessing keys costs the guesser the same allowance as public requests.
            using RateLimitLease lease = rate.Ask(request.HttpContext.Connection.RemoteIpAddress);
            throw lease.IsAcquired ? new UnauthenticatedException() : TooManyRequestsException.Of(lease);
        }

        return rule.Roles.Contains(caller.Role) ? caller : throw new ForbiddenException();
    }
}

/// <summary>Who is refused at the door.</summary>
internal sealed class UnauthenticatedException() : Exception("No valid key.");

/// <summary>A caller whose role or unit may not do this.</summary>
internal sealed class ForbiddenException() : Exception("Not allowed.");

/// <summary>Too many requests in a short time; says when to come again.</summary>
internal sealed class TooManyRequestsException(TimeSpan retryAfter) : Exception("Too many requests.")
{
    public string RetryAfterSeconds { get; } = Math.Max(1, Math.Ceiling(retryAfter.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    public static TooManyRequestsException Of(RateLimitLease lease) =>
        new(lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan after) ? after : TimeSpan.FromSeconds(10));
}
