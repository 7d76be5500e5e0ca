using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;

namespace NtmServerless.Functions.Accounts;

/// <summary>A password that was just given: the only time that it is shown.</summary>
public sealed record GivenPassword(Account Account, string Password);

/// <summary>Accounts that were made for units together.</summary>
/// <param name="Left">Units that have got another account meanwhile, or whose officer has chosen a password already.</param>
public sealed record GivenPasswords(IReadOnlyList<GivenPassword> Given, IReadOnlyList<string> Left);

/// <summary>What an administrator does with the accounts of officers.</summary>
public sealed class AccountActs(AccountStore book, Passwords passwords, AuditTrail audit, TimeProvider time, ILogger<AccountActs> log)
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
        GivenPassword given = await MakeAsync(account, makersSecret, ask.Submission.Key, ask.Caller, ask.Cancellation);
        Account made = given.Account;
        if (account with { MadeAt = made.MadeAt, MustChangePassword = made.MustChangePassword, IsDisabled = made.IsDisabled } != made)
            throw new SubmissionReusedException();
        return given;
    }

    /// <summary>
    /// Makes an account for each unit that was ticked, one after the other: each is made or not by itself, and a repeat gives the same ones.
    /// Only what is wrong with the form refuses them all.
    /// </summary>
    /// <param name="makersSecret">See <see cref="MakeAsync(Plan, string, Ask{AccountForm})"/>.</param>
    public async Task<GivenPasswords> MakeForUnitsAsync(Plan plan, string makersSecret, Ask<UnitAccountsForm> ask)
    {
        IReadOnlyList<Account> known = await book.ListAsync(ask.Cancellation);
        List<GivenPassword> given = [];
        List<string> left = [];
        foreach (Account account in ask.Form.Check(plan, known, time.GetUtcNow()))
        {
            try
            {
                if (known.Any(k => k.UnitId == account.UnitId && k.Id != account.Id)) left.Add(account.UnitId);
                else given.Add(await MakeAsync(account, makersSecret, $"{ask.Submission.Key}/{account.UnitId}", ask.Caller, ask.Cancellation));
            }
            catch (AccountTakenException)
            {
                left.Add(account.UnitId);
            }
        }

        return new GivenPasswords(given, left);
    }

    public async Task<Account> ChangeAsync(Plan plan, string id, Ask<AccountChangeForm> ask)
    {
        Account changed = await book.ChangeAsync(id, account => ask.Form.Apply(account, plan), ask.Cancellation);
        await WriteAsync(ask.Caller, "account-changed", changed, ask.Cancellation);
        return changed;
    }

    /// <summary>For an officer who forgot the password, or was locked out.</summary>
    /// <param name="makersSecret">See <see cref="MakeAsync(Plan, string, Ask{AccountForm})"/>.</param>
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

    /// <summary>Signs the officer out on every device; the password stays.</summary>
    public async Task<Account> EndSessionsAsync(string id, Ask<NoForm> ask)
    {
        Account account = await book.EndSessionsAsync(id, ask.Cancellation);
        await WriteAsync(ask.Caller, "sessions-ended", account, ask.Cancellation);
        return account;
    }

    private async Task<GivenPassword> MakeAsync(Account account, string makersSecret, string submission, Caller by, CancellationToken cancellation)
    {
        string password = Derive(makersSecret, submission);
        Account made = await book.MakeAsync(account, password, submission, cancellation);
        await WriteAsync(by, "account-made", made, cancellation);
        return new GivenPassword(made, password);
    }

    private Task WriteAsync(Caller by, string what, Account account, CancellationToken cancellation)
    {
        AccountLog.Changed(log, account.Id, what);
        return audit.WriteAsync(Actor.Of(by), what, account.UserName, 1, cancellation);
    }

    // 80 bits, in groups that can be read out on the phone.
    private static string Derive(string secret, string submission)
    {
        byte[] bits = HMACSHA256.HashData(Encoding.UTF8.GetBytes("password/" + secret), Encoding.UTF8.GetBytes(submission));
        return string.Join('-', bits.Take(16).Select(b => Alphabet[b % Alphabet.Length]).Chunk(4).Select(c => new string(c)));
    }
}
