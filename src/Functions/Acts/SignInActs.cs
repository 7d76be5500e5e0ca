using System.Net;
using System.Security.Cryptography;
using NtmServerless.Domain.Access;
using NtmServerless.Domain.Rules;
using NtmServerless.Functions.Access;
using NtmServerless.Storage.Access;
using NtmServerless.Storage.Audit;

namespace NtmServerless.Functions.Acts;

/// <summary>Signing in, the first administrator, and an officer's own password. Guesses are counted by account and by address.</summary>
public sealed class SignInActs(AccountBook book, Passwords passwords, PublicRate rate, AuditTrail audit, TimeProvider time)
{
    /// <exception cref="RuleBrokenException">Wrong name or password, locked or disabled: it is not said which.</exception>
    public async Task<AccountSession> SignInAsync(SignInForm form, IPAddress? from, CancellationToken cancellation)
    {
        (string userName, string password) = form.Check();
        using GuessLimit.Guess guess = rate.SignIn(from);
        if (await passwords.SignInAsync(userName, password, TimeProvider.System.GetUtcNow(), cancellation) is not { } session)
        {
            guess.WasWrong();
            throw new RuleBrokenException(Rule.SignInRefused, ("failures", Passwords.MostFailures), ("minutes", Passwords.LockedFor.TotalMinutes));
        }

        await audit.WriteAsync(Actor.Of(session.Account.ToCaller()), "signed-in", session.Account.UserName, 1, cancellation);
        return session;
    }

    /// <summary>Makes the first administrator with the one-time code, and signs in.</summary>
    /// <exception cref="RuleBrokenException">The code is wrong or was used.</exception>
    public async Task<AccountSession> MakeFirstAsync(FirstForm form, string unitId, IPAddress? from, CancellationToken cancellation)
    {
        using GuessLimit.Guess guess = rate.SignIn(from);
        string code = form.Code is { Length: <= 200 } typed ? typed : "";
        if (!await book.IsFirstCodeAsync(code, cancellation))
        {
            guess.WasWrong();
            throw new RuleBrokenException(Rule.FirstCodeWrong);
        }

        (Account account, string password) = form.Check(unitId, time.GetUtcNow());
        await book.MakeFirstAsync(account, password, code, cancellation);
        await audit.WriteAsync(Actor.Of(account.ToCaller()), "first-administrator-made", account.UserName, 1, cancellation);
        return await book.FindSessionAsync(account.Id, cancellation) ?? throw new UnauthenticatedException();
    }

    /// <summary>Changes the password of an account; every session of it ends.</summary>
    /// <returns>What the officer's next session is held against.</returns>
    public async Task<AccountSession> ChangePasswordAsync(string accountId, PasswordForm form, IPAddress? from, CancellationToken cancellation)
    {
        Account account = await book.GetAsync(accountId, cancellation);
        (string current, string wanted) = form.Check(account.UserName);
        using GuessLimit.Guess guess = rate.SignIn(from);
        if (await passwords.ChangeAsync(accountId, current, wanted, TimeProvider.System.GetUtcNow(), cancellation) is not { } session)
        {
            guess.WasWrong();
            throw new InvalidInputException("current", "password-wrong", ("minutes", Passwords.LockedFor.TotalMinutes));
        }

        await audit.WriteAsync(Actor.Of(account.ToCaller()), "password-changed", account.UserName, 1, cancellation);
        return session;
    }

    /// <summary>A code for the first administrator that can be read and typed: 100 bits.</summary>
    public static string NewFirstCode() => "LD-" + string.Join('-', RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 20).Chunk(5).Select(c => new string(c)));
}
