using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace NtmServerless.Functions.Accounts;

/// <summary>Signing in, the first administrator, and an officer's own password. Guesses are counted by account and origin, and by address.</summary>
public sealed class SignInActs(AccountStore book, Passwords passwords, PublicRate rate, SignInWatch watch, AuditTrail audit, TimeProvider time, ILogger<SignInActs> log)
{
    /// <param name="browserOf">The id of the browser where it knows the account.</param>
    /// <param name="address">Of the client, see <see cref="ClientAddress"/>.</param>
    /// <param name="closed">Called when wrong passwords have closed an account to who tried them.</param>
    /// <exception cref="RuleBrokenException">Wrong name or password, too early or disabled: it is not said which.</exception>
    public async Task<AccountSession> SignInAsync(
        SignInForm form, Func<string, string?> browserOf, string? address, Action<Account> closed, CancellationToken cancellation)
    {
        (string userName, string password) = form.Check();
        TryOrigin origin = browserOf(AccountStore.IdOf(userName)) is { } browser ? TryOrigin.Browser(browser) : TryOrigin.Stranger(address);
        using Guesses guesses = rate.SignIn(origin.IsKnown ? null : address);
        SignInOutcome outcome = await passwords.SignInAsync(userName, password, origin, TimeProvider.System.GetUtcNow(), cancellation);
        if (outcome.Right is not { } session)
        {
            guesses.WereWrong();
            await watch.RefusedAsync(outcome, Actor.NotSignedIn, cancellation);
            if (outcome is { Account: { } account, WasLookedAt: true, ClosedUntil: not null }) closed(account);
            throw new RuleBrokenException(Rule.SignInRefused, ("failures", SignInTries.FreeOfOne), ("minutes", SignInTries.Longest.TotalMinutes));
        }

        await audit.WriteAsync(Actor.Of(session.Account.ToCaller()), "signed-in", session.Account.UserName, 1, cancellation);
        return session;
    }

    /// <summary>Makes the first administrator with the one-time code, and signs in.</summary>
    /// <param name="address">Of the client, see <see cref="ClientAddress"/>.</param>
    /// <exception cref="RuleBrokenException">The code is wrong or was used.</exception>
    public async Task<AccountSession> MakeFirstAsync(FirstForm form, string unitId, string? address, CancellationToken cancellation)
    {
        using Guesses guesses = rate.SignIn(address);
        string code = form.Code is { Length: <= 200 } typed ? typed : "";
        if (!await book.IsFirstCodeAsync(code, cancellation))
        {
            guesses.WereWrong();
            AccountLog.FirstCodeRefused(log);
            throw new RuleBrokenException(Rule.FirstCodeWrong);
        }

        (Account account, string password) = form.Check(unitId, time.GetUtcNow());
        await book.MakeFirstAsync(account, password, code, cancellation);
        AccountLog.FirstMade(log, account.Id);
        await audit.WriteAsync(Actor.Of(account.ToCaller()), "first-administrator-made", account.UserName, 1, cancellation);
        return await book.FindSessionAsync(account.Id, cancellation) ?? throw new UnauthenticatedException();
    }

    /// <summary>Changes the password of an account; every session of it ends.</summary>
    /// <param name="sessionId">The open session of the officer who wants it: nobody else's guesses shut it out.</param>
    /// <returns>What the officer's next session is held against.</returns>
    public async Task<AccountSession> ChangePasswordAsync(string accountId, PasswordForm form, string sessionId, CancellationToken cancellation)
    {
        Account account = await book.GetAsync(accountId, cancellation);
        (string current, string wanted) = form.Check(account.UserName);
        SignInOutcome outcome = await passwords.ChangeAsync(accountId, current, wanted, TryOrigin.Session(sessionId), TimeProvider.System.GetUtcNow(), cancellation);
        if (outcome.Right is not { } session)
        {
            await watch.RefusedAsync(outcome, Actor.Of(account.ToCaller()), cancellation);
            throw new InvalidInputException("current", "password-wrong", ("minutes", SignInTries.Longest.TotalMinutes));
        }

        await audit.WriteAsync(Actor.Of(account.ToCaller()), "password-changed", account.UserName, 1, cancellation);
        return session;
    }

    /// <summary>The officer signs out on every device, also where a cookie was copied to.</summary>
    public async Task EndSessionsAsync(string accountId, CancellationToken cancellation)
    {
        Account account = await book.EndSessionsAsync(accountId, cancellation);
        AccountLog.Changed(log, account.Id, "sessions-ended");
        await audit.WriteAsync(Actor.Of(account.ToCaller()), "sessions-ended", account.UserName, 1, cancellation);
    }

    /// <summary>A code for the first administrator that can be read and typed: 100 bits.</summary>
    public static string NewFirstCode() => "LD-" + string.Join('-', RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 20).Chunk(5).Select(c => new string(c)));
}
