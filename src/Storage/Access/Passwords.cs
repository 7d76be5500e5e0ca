using Microsoft.AspNetCore.Identity;
using NtmServerless.Domain.Access;
using NtmServerless.Storage.Classes;
using NtmServerless.Storage.Tables;

namespace NtmServerless.Storage.Access;

/// <summary>
/// Passwords of accounts. A try is counted before its password is looked at, so that many at once get no more tries than one
/// after the other; a user name that nobody has costs the same time.
/// </summary>
public sealed class Passwords(AccountBook book)
{
    /// <summary>Wrong passwords in a row that lock an account.</summary>
    public const int MostFailures = 5;

    /// <summary>How long it stays locked, machine time.</summary>
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    private static readonly PasswordHasher<Account> Hasher = new();
    private static readonly Account Nobody = new("", "", "", Role.Committee, "", default);
    private static readonly string NobodysHash = Hash(Guid.NewGuid().ToString());

    /// <summary>The officer whose name and password these are; null: they are not, or the account is locked or disabled.</summary>
    /// <param name="now">Machine time.</param>
    public async Task<AccountSession?> SignInAsync(string userName, string password, DateTimeOffset now, CancellationToken cancellation) =>
        await TryAsync(AccountBook.IdOf(userName), password, now, cancellation) is { Account.IsDisabled: false } right ? AccountBook.SessionOf(right) : null;

    /// <summary>The officer chooses a password. All sessions end; the answer is what the next one is held against.</summary>
    /// <returns>Null: the current password is wrong, or the account is locked.</returns>
    public async Task<AccountSession?> ChangeAsync(string id, string current, string wanted, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await TryAsync(id, current, now, cancellation) is not { Account.IsDisabled: false } right) return null;
        string hash = Hash(wanted);
        // Another change in between means that the current password was no longer that one.
        StoredAccount changed = await book.UpdateAsync(id, before => before.PasswordHash != right.PasswordHash ? before : before with
        {
            Account = before.Account with { MustChangePassword = false },
            PasswordHash = hash,
            Stamp = AccountBook.NewStamp(),
            GivenWith = null,
        }, cancellation);
        return changed.PasswordHash == hash ? AccountBook.SessionOf(changed) : null;
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
            Stamp = AccountBook.NewStamp(),
            Failures = 0,
            LockedUntil = null,
            GivenWith = given,
        }, cancellation)).Account;
    }

    internal static string Hash(string password) => Hasher.HashPassword(Nobody, password);

    private async Task<StoredAccount?> TryAsync(string id, string password, DateTimeOffset now, CancellationToken cancellation)
    {
        StoredAccount? counted = await CountAsync(id, now, cancellation);
        PasswordVerificationResult result = Hasher.VerifyHashedPassword(Nobody, counted?.PasswordHash ?? NobodysHash, password);
        if (counted is null || result == PasswordVerificationResult.Failed) return null;
        string? rehashed = result == PasswordVerificationResult.SuccessRehashNeeded ? Hash(password) : null;
        return await book.UpdateAsync(id, before => before with
        {
            Failures = 0,
            LockedUntil = null,
            PasswordHash = rehashed is not null && before.PasswordHash == counted.PasswordHash ? rehashed : before.PasswordHash,
        }, cancellation);
    }

    // Null: nobody has that name, or no password is looked at for now.
    private async Task<StoredAccount?> CountAsync(string id, DateTimeOffset now, CancellationToken cancellation)
    {
        bool counted = false;
        try
        {
            StoredAccount account = await book.UpdateAsync(id, before =>
            {
                counted = !(before.LockedUntil > now);
                if (!counted) return before;
                int failures = before.LockedUntil is null ? before.Failures + 1 : 1;
                return before with { Failures = failures, LockedUntil = failures >= MostFailures ? now + LockedFor : null };
            }, cancellation);
            if (counted) return account;
        }
        catch (RecordMissingException)
        {
            // Answered below as for a locked account.
        }

        await book.Rows.CountForNobodyAsync(cancellation);
        return null;
    }
}
