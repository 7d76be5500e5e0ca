using System.Collections.Concurrent;
using System.Threading.RateLimiting;

namespace NtmServerless.Functions.Access;

/// <summary>How many guesses a minute may be wrong, for each class or address that is guessed at (machine time).</summary>
public sealed class GuessLimit(int wrongPerMinute) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _wrong = PublicRate.PerMinute(wrongPerMinute);
    private readonly ConcurrentDictionary<string, int> _underWay = new(StringComparer.Ordinal);

    /// <summary>
    /// Begins another guess, until it is disposed of. Guesses under way count as if they were wrong, or all of a volley would
    /// pass before the first one has failed. Permits come back by fractions, and with a fraction left asking for no permit at
    /// all succeeds: whole ones are counted.
    /// </summary>
    /// <exception cref="TooManyRequestsException">No more are allowed now.</exception>
    public Guess Begin(string at)
    {
        // Counted in first: one that fails meanwhile is then seen here or there, never in neither.
        int underWay = _underWay.AddOrUpdate(at, 1, (_, n) => n + 1);
        long left = _wrong.GetStatistics(at)?.CurrentAvailablePermits ?? wrongPerMinute;
        if (underWay <= left) return new Guess(this, at);
        End(at);
        throw new TooManyRequestsException(PublicRate.Replenishment);
    }

    public void Dispose() => _wrong.Dispose();

    private void End(string at)
    {
        if (_underWay.AddOrUpdate(at, 0, (_, n) => n - 1) == 0) _underWay.TryRemove(KeyValuePair.Create(at, 0));
    }

    /// <summary>One guess while it is looked at.</summary>
    public sealed class Guess(GuessLimit limit, string at) : IDisposable
    {
        public void WasWrong() => limit._wrong.AttemptAcquire(at).Dispose();

        public void Dispose() => limit.End(at);
    }
}
