using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace NtmServerless.Storage.Accounts;

/// <summary>
/// Links with which an officer who forgot the password chooses another one: one an account, once, for an hour. Only the hash of a
/// link's secret is kept, in the account's own row, so that it is used up in the transaction that changes the password.
/// </summary>
public sealed class ResetLinks(AccountStore book)
{
    private const int SecretBytes = 32;

    /// <summary>
    /// Makes a link and gives its token, which is known nowhere else; null: there is no such account, it is disabled, or it was sent one
    /// just now.
    /// </summary>
    /// <param name="now">Machine time.</param>
    public async Task<string?> MakeAsync(string id, DateTimeOffset now, CancellationToken cancellation)
    {
        string secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        ResetLink made = new(HashOf(secret), now);
        try
        {
            StoredAccount written = await book.UpdateAsync(
                id,
                before => before.Account.IsDisabled || now - before.Reset?.MadeAt < ResetLinkRule.Pause ? before : before with { Reset = made },
                cancellation);
            return written.Reset?.Hash == made.Hash ? $"{id}.{secret}" : null;
        }
        catch (RecordMissingException)
        {
            return null;
        }
    }

    /// <summary>The link could not be sent: another one may be asked for at once.</summary>
    public async Task ForgetAsync(string token, CancellationToken cancellation)
    {
        if (Read(token) is not var (id, hash)) return;
        await book.UpdateAsync(id, before => before.Reset?.Hash == hash ? before with { Reset = null } : before, cancellation);
    }

    /// <summary>Whose link it is; null: it is none, was used, or is too old.</summary>
    /// <param name="now">Machine time.</param>
    public async Task<Account?> FindAsync(string token, DateTimeOffset now, CancellationToken cancellation) =>
        Read(token) is var (id, hash) && await book.Rows.FindAsync(id, cancellation) is { Value: var known } && IsGood(known, hash, now) ? known.Account : null;

    /// <summary>Uses the link up and sets the password. All sessions end, a lock is taken off. Null: the link is not good (any more).</summary>
    /// <param name="now">Machine time.</param>
    public async Task<Account?> UseAsync(string token, string wanted, DateTimeOffset now, CancellationToken cancellation)
    {
        if (Read(token) is not var (id, link) || await FindAsync(token, now, cancellation) is null) return null;
        string hash = Passwords.Hash(wanted);
        StoredAccount written = await book.UpdateAsync(id, before => !IsGood(before, link, now) ? before : before with
        {
            Account = before.Account with { MustChangePassword = false },
            PasswordHash = hash,
            Stamp = AccountStore.NewStamp(),
            Tries = null,
            GivenWith = null,
            Ended = null,
            Reset = null,
        }, cancellation);
        return written.PasswordHash == hash ? written.Account : null;
    }

    private static bool IsGood(StoredAccount account, string hash, DateTimeOffset now) =>
        !account.Account.IsDisabled && account.Reset is { } kept && now - kept.MadeAt < ResetLinkRule.Lasts
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(kept.Hash), Encoding.ASCII.GetBytes(hash));

    private static (string Id, string Hash)? Read(string token) =>
        token.Length <= 200 && token.Split('.') is [{ Length: > 0 } id, { Length: > 0 } secret] ? (id, HashOf(secret)) : null;

    private static string HashOf(string secret) => Key.Hash("reset/" + secret);
}
