using System.Threading.RateLimiting;

namespace NtmServerless.Functions.Access;

/// <summary>
/// How often one client may use public routes, in machine time, and how many guesses may be wrong: look-ups by address, in one class
/// or over all, and by code, passwords and first codes by address. Where nothing is known of a client's address, nothing is limited by it: all
/// clients would be one, and one of them could shut out the others. Codes and accounts have limits of their own.
/// </summary>
public sealed class PublicRate(NtmOptions options) : IDisposable
{
    /// <summary>How often permits come back.</summary>
    public static readonly TimeSpan Replenishment = TimeSpan.FromSeconds(10);

    private const int WrongLookUpsPerMinute = 20;
    private const int WrongPerCodeAndMinute = 6;

    private readonly PartitionedRateLimiter<string> _requests = PerMinute(options.PublicRequestsPerMinute);
    private readonly GuessLimit _lookUps = new(WrongLookUpsPerMinute);
    private readonly GuessLimit _codes = new(WrongPerCodeAndMinute);
    private readonly GuessLimit _signIns = new(options.FailedSignInsPerMinute);
    private readonly GuessLimit _resets = new(options.FailedSignInsPerMinute);

    /// <param name="client">An address, a browser, a receipt.</param>
    public RateLimitLease Ask(string client) => _requests.AttemptAcquire(client);

    /// <summary>A guess at a class's registrations.</summary>
    /// <param name="code">The registration that is guessed at, as its code is written; null: no code at all.</param>
    /// <param name="address">See <see cref="ClientAddress"/>.</param>
    /// <exception cref="TooManyRequestsException">Too many were wrong.</exception>
    public Guesses LookUp(ClassId classId, string? code, string? address) => Guesses.Begin(
        address is null ? null : () => _lookUps.Begin($"{classId}/{address}"),
        code is null ? null : () => _codes.Begin(code));

    /// <summary>A guess at the registrations of all classes together: it uses up the same guesses at its code as one at its class.</summary>
    /// <inheritdoc cref="LookUp(ClassId, string, string)"/>
    public Guesses LookUp(string? code, string? address) => Guesses.Begin(
        address is null ? null : () => _lookUps.Begin(address),
        code is null ? null : () => _codes.Begin(code));

    /// <summary>A guess at what belongs to a registration whose own sealed receipt is there: only who has it can use these up.</summary>
    /// <exception cref="TooManyRequestsException">Too many were wrong.</exception>
    public Guesses OnReceipt(ClassId classId, string code) => Guesses.Begin(() => _codes.Begin($"receipt/{classId}/{code}"));

    /// <summary>A guess at a password or first code.</summary>
    /// <param name="address">Null: nothing is known of it, or it does not matter because the account is known there.</param>
    /// <exception cref="TooManyRequestsException">Too many from this address were wrong.</exception>
    public Guesses SignIn(string? address) => Guesses.Begin(address is null ? null : () => _signIns.Begin(address));

    /// <summary>Asking for a link to choose another password, or a guess at such a link.</summary>
    /// <param name="address">See <see cref="ClientAddress"/>.</param>
    /// <exception cref="TooManyRequestsException">Too many came from this address.</exception>
    public Guesses Reset(string? address) => Guesses.Begin(address is null ? null : () => _resets.Begin(address));

    public void Dispose()
    {
        _requests.Dispose();
        _lookUps.Dispose();
        _codes.Dispose();
        _signIns.Dispose();
        _resets.Dispose();
    }

    public static PartitionedRateLimiter<string> PerMinute(int permits) => PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = permits,
            TokensPerPeriod = Math.Max(1, permits / 6),
            ReplenishmentPeriod = Replenishment,
            QueueLimit = 0,
        }));
}
