using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Configuration;

namespace NtmServerless.Functions.Access;

/// <summary>
/// How often one address may use public routes, in machine time, and how many look-ups of one class may fail. The address
/// is whoever connected to the host: behind a gateway that is the gateway, which is why guessing is limited by class too.
/// </summary>
internal sealed class PublicRate(IConfiguration configuration) : IDisposable
{
    /// <summary>How often permits come back.</summary>
    public static readonly TimeSpan Replenishment = TimeSpan.FromSeconds(10);

    private const int FailuresPerMinute = 20;

    private readonly PartitionedRateLimiter<string> _requests =
        PerMinute(configuration.GetValue("PublicRequestsPerMinute", 300));

    private readonly PartitionedRateLimiter<string> _failures = PerMinute(FailuresPerMinute);

    private readonly PartitionedRateLimiter<string> _failedSignIns =
        PerMinute(configuration.GetValue("FailedSignInsPerMinute", 60));

    public RateLimitLease Ask(IPAddress? address) => _requests.AttemptAcquire(address?.ToString() ?? "");

    /// <summary>
    /// Whether another guess at a class's registrations is allowed. Permits come back by fractions, and with a fraction left
    /// asking for no permit at all succeeds: whole ones are counted.
    /// </summary>
    public bool MayGuess(string classId) => _failures.GetStatistics(classId) is not { CurrentAvailablePermits: < 1 };

    public void GuessedWrong(string classId) => _failures.AttemptAcquire(classId).Dispose();

    /// <summary>Whether an address may try another password or first code.</summary>
    /// <exception cref="TooManyRequestsException">It has tried too many wrong ones.</exception>
    public void AllowSignIn(IPAddress? address)
    {
        if (_failedSignIns.GetStatistics(address?.ToString() ?? "") is { CurrentAvailablePermits: < 1 }) throw new TooManyRequestsException(Replenishment);
    }

    public void SignInFailed(IPAddress? address) => _failedSignIns.AttemptAcquire(address?.ToString() ?? "").Dispose();

    public void Dispose()
    {
        _failedSignIns.Dispose();
        _requests.Dispose();
        _failures.Dispose();
    }

    private static PartitionedRateLimiter<string> PerMinute(int permits) => PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = permits,
            TokensPerPeriod = Math.Max(1, permits / 6),
            ReplenishmentPeriod = Replenishment,
            QueueLimit = 0,
        }));
}
