using System.Collections.Concurrent;
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

    private readonly ConcurrentDictionary<string, int> _underWay = new(StringComparer.Ordinal);

    private readonly PartitionedRateLimiter<string> _failedSignIns =
        PerMinute(configuration.GetValue("FailedSignInsPerMinute", 60));

    public RateLimitLease Ask(IPAddress? address) => _requests.AttemptAcquire(address?.ToString() ?? "");

    /// <summary>
    /// Begins another guess at a class's registrations, until it is disposed of; null when no more are allowed. Guesses
    /// under way count as if they were wrong, or all of a volley would pass before the first one has failed. Permits come
    /// back by fractions, and with a fraction left asking for no permit at all succeeds: whole ones are counted.
    /// </summary>
    public IDisposable? TryGuess(string classId)
    {
        // Counted in first: one that fails meanwhile is then seen here or there, never in neither.
        int underWay = _underWay.AddOrUpdate(classId, 1, (_, n) => n + 1);
        long left = _failures.GetStatistics(classId)?.CurrentAvailablePermits ?? FailuresPerMinute;
        if (underWay <= left) return new Guess(this, classId);
        End(classId);
        return null;
    }

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

    private void End(string classId)
    {
        if (_underWay.AddOrUpdate(classId, 0, (_, n) => n - 1) == 0) _underWay.TryRemove(KeyValuePair.Create(classId, 0));
    }

    private static PartitionedRateLimiter<string> PerMinute(int permits) => PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = permits,
            TokensPerPeriod = Math.Max(1, permits / 6),
            ReplenishmentPeriod = Replenishment,
            QueueLimit = 0,
        }));

    private sealed class Guess(PublicRate rate, string classId) : IDisposable
    {
        public void Dispose() => rate.End(classId);
    }
}
