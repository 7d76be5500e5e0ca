using System.Security.Cryptography;
using System.Text;

namespace NtmServerless.Functions.Accounts;

/// <summary>A password that was just given: the only time that it is shown.</summary>
public sealed record GivenPassword(Account Account, string Password);

/// <summary>What an administrator does with the accounts of officers.</summary>
public sealed class AccountActs(AccountStore book, Passwords passwords, AuditTrail audit, TimeProvider time)
{
    // Without letters and digits that look like others.
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz234567890";

    /// <param name="makersSecret">
    /// What only who asks has. The password is derived from it and the submission, so that a repeat shows the same password
    /// although none is kept anywhere.
    /// </param>
    public async Task<GivenPassword> MakeAsync(Plan plan, string makersSecret, Ask<AccountForm> ask)
    {
        Account account = ask.Form.Check(plan, time.GetUtcNow());
        string password = Derive(makersSecret, ask.Submission.Key);
        Account made = await book.MakeAsync(account, password, ask.Submission.Key, ask.Cancellation);
        if (account with { MadeAt = made.MadeAt, MustChangePassword = made.MustChangePassword, IsDisabled = made.IsDisabled } != made)
            throw new SubmissionReusedException();
        await WriteAsync(ask.Caller, "account-made", made, ask.Cancellation);
        return new GivenPassword(made, password);
    }

    public async Task<Account> ChangeAsync(Plan plan, string id, Ask<AccountChangeForm> ask)
    {
        Account changed = await book.ChangeAsync(id, account => ask.Form.Apply(account, plan), ask.Cancellation);
        await WriteAsync(ask.Caller, "account-changed", changed, ask.Cancellation);
        return changed;
    }

    /// <summary>For an officer who forgot the password, or was locked out.</summary>
    /// <param name="makersSecret">See <see cref="MakeAsync"/>.</param>
    public async Task<GivenPassword> GivePasswordAsync(string id, string makersSecret, Ask<NoForm> ask)
    {
        string password = Derive(makersSecret, ask.Submission.Key);
        Account account = await passwords.GiveAsync(id, password, ask.Submission.Key, ask.Cancellation);
        await WriteAsync(ask.Caller, "password-given", account, ask.Cancellation);
        return new GivenPassword(account, password);
    }

    /// <summary>Disables or enables; repeated, it stays as it is.</summary>
    /// <exception cref="RuleBrokenException">It is the last administrator.</exception>
    public async Task<Account> SetDisabledAsync(string id, bool disabled, Ask<NoForm> ask)
    {
        Account changed = await book.ChangeAsync(id, account => account with { IsDisabled = disabled }, ask.Cancellation);
        await WriteAsync(ask.Caller, disabled ? "account-disabled" : "account-enabled", changed, ask.Cancellation);
        return changed;
    }

    private Task WriteAsync(Caller by, string what, Account account, CancellationToken cancellation) =>
        audit.WriteAsync(Actor.Of(by), what, account.UserName, 1, cancellation);

    // 80 bits, in groups that can be read out on the phone.
    private static string Derive(string secret, string submission)
    {
        byte[] bits = HMACSHA256.HashData(Encoding.UTF8.GetBytes("password/" + secret), Encoding.UTF8.GetBytes(submission));
        return string.Join('-', bits.Take(16).Select(b => Alphabet[b % Alphabet.Length]).Chunk(4).Select(c => new string(c)));
    }
}
