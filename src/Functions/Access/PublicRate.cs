using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Configuration;

namespace NtmServerless.Functions.Access;

/// <summary>
/// How often one address may use public routes, in machine time, and how many guesses may be wrong: look-ups by class,
/// passwords and first codes by address. The address is whoever connected to the host: behind a gateway that is the
/// gateway, which is why look-ups are limited by class and passwords by account too.
/// </summary>
public sealed class PublicRate(IConfiguration configuration) : IDisposable
{
    /// <summary>How often permits come back.</summary>
    public static readonly TimeSpan Replenishment = TimeSpan.FromSeconds(10);

    private const int WrongLookUpsPerMinute = 20;

    private readonly PartitionedRateLimiter<string> _requests = PerMinute(configuration.GetValue("PublicRequestsPerMinute", 300));
    private readonly GuessLimit _lookUps = new(WrongLookUpsPerMinute);
    private readonly GuessLimit _signIns = new(configuration.GetValue("FailedSignInsPerMinute", 60));

    public RateLimitLease Ask(IPAddress? address) => _requests.AttemptAcquire(Of(address));

    /// <summary>A guess at a class's registrations.</summary>
    /// <exception cref="TooManyRequestsException">Too many were wrong.</exception>
    public GuessLimit.Guess LookUp(string classId) => _lookUps.Begin(classId);

    /// <summary>A guess at a password or first code.</summary>
    /// <exception cref="TooManyRequestsException">Too many from this address were wrong.</exception>
    public GuessLimit.Guess SignIn(IPAddress? address) => _signIns.Begin(Of(address));

    public void Dispose()
    {
        _requests.Dispose();
        _lookUps.Dispose();
        _signIns.Dispose();
    }

    public static PartitionedRateLimiter<string> PerMinute(int permits) => PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = permits,
            TokensPerPeriod = Math.Max(1, permits / 6),
            ReplenishmentPeriod = Replenishment,
            QueueLimit = 0,
        }));

    private static string Of(IPAddress? address) => address?.ToString() ?? "";
}
