using Microsoft.Extensions.Logging;

namespace NtmServerless.Functions.Accounts;

/// <summary>
/// A link by mail for officers who forgot the password. Whoever asks gets the same answer in the same time: everything that depends on
/// whether there is such an account happens after it.
/// </summary>
public sealed class ForgottenActs(
    AccountStore book, ApiKeyStore keys, ResetLinks links, PlanStore plans, PostStore contacts, MailSettings mail, AppAddress app, PublicRate rate,
    AuditTrail audit, VietnameseTexts texts, MachineTime machine, TimeProvider time, ILogger<ForgottenActs> log)
{
    /// <summary>Whether links can be sent at all: there is a mail server, and the office has said where the app is reached.</summary>
    public bool CanSend => mail.IsOn && app.Public is not null;

    private DateTimeOffset Now => machine.Clock.GetUtcNow();

    /// <summary>Counts the wish and gives the account that it may be about.</summary>
    /// <param name="address">Of the client, see <see cref="ClientAddress"/>.</param>
    /// <exception cref="TooManyRequestsException">Too many came from there.</exception>
    public string Ask(ForgottenForm form, string? address)
    {
        string id = form.Check();
        using Guesses guesses = rate.Reset(address);
        guesses.WereWrong();
        return id;
    }

    /// <summary>Sends a link to the account's unit, if there is such an account, and its unit has an address that only its like can read.</summary>
    public async Task SendAsync(string accountId, CancellationToken cancellation)
    {
        try
        {
            if (!CanSend || await book.FindSessionAsync(accountId, cancellation) is not { Account: var account }) return;
            if (await PlanOfAsync(account, cancellation) is not { } plan) return;
            IReadOnlyList<string> addresses = (await contacts.ContactsAsync(plan.Id, account.UnitId, cancellation)).Emails;
            if (addresses.Count == 0 || !ResetLinkRule.MaySend(account, await RolesAsync(account.UnitId, cancellation))) return;
            if (await links.MakeAsync(accountId, Now, cancellation) is { } token) await SendAsync(account, plan, addresses, token, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Nobody waits for it any more; whoever got no letter asks again, or the office.
            AccountLog.LinkNotSent(log, accountId, FailureTrace.Of(e));
        }
    }

    /// <summary>Whose link it is; null: it is none, was used, or is too old.</summary>
    /// <param name="address">Of the client, see <see cref="ClientAddress"/>.</param>
    /// <exception cref="TooManyRequestsException">Too many were wrong.</exception>
    public async Task<Account?> FindAsync(string token, string? address, CancellationToken cancellation)
    {
        using Guesses guesses = rate.Reset(address);
        if (await links.FindAsync(token, Now, cancellation) is { } account) return account;
        guesses.WereWrong();
        AccountLog.LinkRefused(log);
        return null;
    }

    /// <summary>Sets the password by a link.</summary>
    /// <param name="address">Of the client, see <see cref="ClientAddress"/>.</param>
    /// <exception cref="RuleBrokenException">The link is none, was used, or is too old.</exception>
    public async Task<Account> UseAsync(ResetForm form, string? address, CancellationToken cancellation)
    {
        string token = form.Token ?? "";
        Account known = await FindAsync(token, address, cancellation) ?? throw new RuleBrokenException(Rule.ResetLinkWrong);
        Account account = await links.UseAsync(token, form.Check(known.UserName), Now, cancellation) ?? throw new RuleBrokenException(Rule.ResetLinkWrong);
        AccountLog.Changed(log, account.Id, "password-reset");
        await audit.WriteAsync(Actor.Of(account.ToCaller()), "password-reset", account.UserName, 1, cancellation);
        return account;
    }

    private async Task SendAsync(Account account, Plan plan, IReadOnlyList<string> addresses, string token, CancellationToken cancellation)
    {
        string body = texts["account.link-letter", ("unit", plan.FindUnit(account.UnitId)?.Name ?? account.UnitId), ("name", account.DisplayName),
            ("user", account.UserName), ("address", app.Public + AccountPaths.ResetBy(token)),
            ("minutes", ResetLinkRule.Lasts.TotalMinutes), ("issuer", plan.IssuingBody)];
        await using MailCarrier carrier = new(mail, log);
        int sent = 0;
        foreach (string to in addresses)
        {
            AttemptResult result = await carrier.SendOnceAsync(new Letter(to, texts["account.link-subject"], body, []), Now, cancellation);
            // What the connection was lost after may have arrived.
            if (result.Outcome is AttemptOutcome.Accepted or AttemptOutcome.Unknown) sent++;
            else AccountLog.LinkNotSent(log, account.Id, result.Outcome.ToString());
        }

        if (sent == 0)
        {
            await links.ForgetAsync(token, cancellation);
            return;
        }

        AccountLog.LinkSent(log, account.Id, sent);
        await audit.WriteAsync(Actor.NotSignedIn, "password-link-sent", account.UserName, sent, cancellation);
    }

    // Units keep their addresses in each plan: this year's, or the latest that has the unit.
    private async Task<Plan?> PlanOfAsync(Account account, CancellationToken cancellation)
    {
        int year = VietnamTime.DateOf(time.GetUtcNow()).Year;
        Plan[] all = [.. (await plans.ListAsync(cancellation)).Where(p => p.FindUnit(account.UnitId) is not null)];
        return all.Where(p => p.Year <= year).MaxBy(p => p.Year) ?? all.MinBy(p => p.Year);
    }

    private async Task<IEnumerable<Role>> RolesAsync(string unitId, CancellationToken cancellation) =>
    [
        .. (await book.ListAsync(cancellation)).Where(a => a.UnitId == unitId && !a.IsDisabled).Select(a => a.Role),
        .. (await keys.ListAsync(cancellation)).Where(k => k.Caller.UnitId == unitId && k.RevokedAt is null).Select(k => k.Caller.Role),
    ];
}
