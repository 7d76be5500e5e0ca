using Microsoft.AspNetCore.Identity;

namespace NtmServerless.Storage.Accounts;

/// <summary>
/// Passwords of accounts. A try is counted before its password is looked at, so that many at once get no more tries than one
/// after the other; a user name that nobody has costs the same time.
/// </summary>
public sealed class Passwords(AccountStore book)
{
    private static readonly PasswordHasher<Account> Hasher = new();
    private static readonly Account Nobody = new("", "", "", Role.Committee, "", default);
    private static readonly string NobodysHash = Hash(Guid.NewGuid().ToString());

    /// <summary>Whether these are an officer's name and password. A wrong name, a wrong password, a disabled account and a try that comes too early are refused alike.</summary>
    /// <param name="now">Machine time.</param>
    public async Task<SignInOutcome> SignInAsync(string userName, string password, TryOrigin origin, DateTimeOffset now, CancellationToken cancellation) =>
        (await TryAsync(AccountStore.IdOf(userName), password, origin, now, cancellation)).Outcome;

    /// <summary>The officer chooses a password. All sessions end; the answer is what the next one is held against.</summary>
    public async Task<SignInOutcome> ChangeAsync(string id, string current, string wanted, TryOrigin origin, DateTimeOffset now, CancellationToken cancellation)
    {
        (SignInOutcome outcome, StoredAccount? right) = await TryAsync(id, current, origin, now, cancellation);
        if (outcome.Right is null) return outcome;
        string hash = Hash(wanted);
        // Another change in between means that the current password was no longer that one.
        StoredAccount changed = await book.UpdateAsync(id, before => before.PasswordHash != right!.PasswordHash ? before : before with
        {
            Account = before.Account with { MustChangePassword = false },
            PasswordHash = hash,
            Stamp = AccountStore.NewStamp(),
            GivenWith = null,
            Reset = null,
        }, cancellation);
        return outcome with { Right = changed.PasswordHash == hash ? AccountStore.SessionOf(changed) : null };
    }

    /// <summary>An administrator gives a password, good for choosing an own one. All sessions end; a lock is taken off.</summary>
    /// <param name="givenWith">Names the submission; the same again changes nothing.</param>
    public async Task<Account> GiveAsync(string id, string password, string givenWith, CancellationToken cancellation)
    {
        string hash = Hash(password);
        string given = Key.Hash(givenWith);
        return (await book.UpdateAsync(id, before => before.GivenWith == given ? before : before with
        {
            Account = before.Account with { MustChangePassword = true },
            PasswordHash = hash,
            Stamp = AccountStore.NewStamp(),
            Tries = null,
            GivenWith = given,
            Reset = null,
        }, cancellation)).Account;
    }

    internal static string Hash(string password) => Hasher.HashPassword(Nobody, PlainText.Composed(password));

    // Some keyboards send "ệ" as one character, others as three, and hashes of before are of what was typed then.
    private static PasswordVerificationResult Verify(string hash, string password) =>
        new[] { PlainText.Composed(password), password, PlainText.Decomposed(password) }.Distinct(StringComparer.Ordinal)
            .Select(spelt => Hasher.VerifyHashedPassword(Nobody, hash, spelt))
            .FirstOrDefault(result => result != PasswordVerificationResult.Failed);

    private async Task<(SignInOutcome Outcome, StoredAccount? Right)> TryAsync(
        string id, string password, TryOrigin origin, DateTimeOffset now, CancellationToken cancellation)
    {
        // Who knows an account's row must not read off it who sat where.
        TryOrigin kept = origin with { Key = Key.Hash($"{id}/{origin.Key}")[..16] };
        (StoredAccount? known, bool counted) = await CountAsync(id, kept, now, cancellation);
        PasswordVerificationResult result = Verify(counted ? known!.PasswordHash : NobodysHash, password);
        if (known is null) return (SignInOutcome.OfNobody, null);
        if (!counted || result == PasswordVerificationResult.Failed)
            return (new SignInOutcome(null, known.Account, counted, known.Tries?.ClosedUntil(kept, now)), null);
        string? rehashed = result == PasswordVerificationResult.SuccessRehashNeeded ? Hash(password) : null;
        StoredAccount right = await book.UpdateAsync(id, before => before with
        {
            Tries = before.Tries?.Without(kept),
            PasswordHash = rehashed is not null && before.PasswordHash == known.PasswordHash ? rehashed : before.PasswordHash,
        }, cancellation);
        return (new SignInOutcome(right.Account.IsDisabled ? null : AccountStore.SessionOf(right), right.Account, true, null), right);
    }

    // Not counted: nobody has that name, or it is too early for another password from that origin.
    private async Task<(StoredAccount? Known, bool Counted)> CountAsync(string id, TryOrigin origin, DateTimeOffset now, CancellationToken cancellation)
    {
        StoredAccount? known = null;
        bool counted = false;
        try
        {
            known = await book.UpdateAsync(id, before =>
            {
                SignInTries tries = before.Tries ?? SignInTries.None;
                counted = tries.ClosedUntil(origin, now) is null;
                return counted ? before with { Tries = tries.With(origin, now) } : before;
            }, cancellation);
        }
        catch (RecordMissingException)
        {
            // Answered as for a wrong password.
        }

        if (!counted) await book.Rows.CountForNobodyAsync(cancellation);
        return (known, counted);
    }
}
