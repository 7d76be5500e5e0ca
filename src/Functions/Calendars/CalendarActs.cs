using System.Security.Cryptography;

namespace NtmServerless.Functions.Calendars;

/// <summary>The address under which an officer's calendar is subscribed to. Whoever has it can read it, and nothing else can find it.</summary>
public sealed class CalendarActs(AccountStore accounts, AuditTrail audit, TimeProvider time)
{
    // Of 31 signs 32: 158 bits. None of them is taken for another one when it is typed.
    private const string Signs = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int Length = 32;

    /// <summary>A new secret for the account's calendar; the one before is worth nothing any more. It is told once: only its hash is kept.</summary>
    public async Task<string> RenewAsync(string accountId, Caller caller, CancellationToken cancellation)
    {
        string secret = RandomNumberGenerator.GetString(Signs, Length);
        await accounts.SetCalendarAsync(accountId, secret, time.GetUtcNow(), cancellation);
        await audit.WriteAsync(Actor.Of(caller), "calendar-address-made", caller.Name, 1, cancellation);
        return secret;
    }

    public async Task RemoveAsync(string accountId, Caller caller, CancellationToken cancellation)
    {
        await accounts.SetCalendarAsync(accountId, null, time.GetUtcNow(), cancellation);
        await audit.WriteAsync(Actor.Of(caller), "calendar-address-removed", caller.Name, 1, cancellation);
    }

    /// <summary>Whose calendar it is.</summary>
    /// <exception cref="RecordMissingException">Nobody's.</exception>
    public async Task<Account> OwnerAsync(string secret, CancellationToken cancellation) =>
        secret.Length == Length && secret.All(c => Signs.Contains(c, StringComparison.Ordinal))
        && await accounts.FindByCalendarAsync(secret, cancellation) is { } owner ? owner : throw new RecordMissingException("page");
}
