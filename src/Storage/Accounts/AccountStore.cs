using Azure;

namespace NtmServerless.Storage.Accounts;

/// <summary>Accounts of officers. What is known of an account is remembered for at most 30 seconds: so long a change takes to reach other processes.</summary>
public sealed class AccountStore(RecordsStorage storage, TimeProvider time)
{
    private readonly Remembered<AccountSession> _known = new(time);

    internal AccountRows Rows { get; } = new(storage);

    /// <summary>Id of the account of a user name.</summary>
    public static string IdOf(string userName) => Key.Hash(UserName.Fold(userName));

    /// <summary>What a session of the account is held against; null where there is none, or it is disabled.</summary>
    public Task<AccountSession?> FindSessionAsync(string id, CancellationToken cancellation) => _known.FindAsync(id, async () =>
        await Rows.FindAsync(id, cancellation) is { Value: { Account.IsDisabled: false } found } ? SessionOf(found) : null);

    /// <summary>The account of somebody who signed in in front of the app; null: there is none.</summary>
    public async Task<AccountSession?> FindExternalAsync(string externalId, CancellationToken cancellation) =>
        await Rows.FindExternalAsync(externalId.Trim().ToLowerInvariant(), cancellation) is { } id ? await FindSessionAsync(id, cancellation) : null;

    /// <exception cref="RecordMissingException">There is no such account.</exception>
    public async Task<Account> GetAsync(string id, CancellationToken cancellation) => (await Rows.GetAsync(id, cancellation)).Value.Account;

    /// <summary>Since when the account's calendar has the address that it has; null: it has none.</summary>
    public async Task<DateTimeOffset?> CalendarSinceAsync(string id, CancellationToken cancellation) =>
        (await Rows.GetAsync(id, cancellation)).Value.Calendar?.MadeAt;

    /// <summary>Gives the account's calendar another secret, of which a hash is kept; null takes it away. The one before finds nothing any more.</summary>
    public Task SetCalendarAsync(string id, string? secret, DateTimeOffset now, CancellationToken cancellation) => UpdateAsync(id, before =>
        secret is null && before.Calendar is null ? before : before with { Calendar = secret is null ? null : new StoredCalendar(Key.Hash(secret), now) },
            cancellation);

    /// <summary>Whose calendar it is; null where nobody's has that secret (any more), or the account is disabled.</summary>
    public async Task<Account?> FindByCalendarAsync(string secret, CancellationToken cancellation) =>
        await Rows.FindCalendarAsync(Key.Hash(secret), cancellation) is { } id ? (await FindSessionAsync(id, cancellation))?.Account : null;

    /// <summary>By user name.</summary>
    public async Task<IReadOnlyList<Account>> ListAsync(CancellationToken cancellation) =>
        [.. (await Rows.ListAsync(cancellation)).Select(a => a.Account).OrderBy(a => a.UserName, StringComparer.Ordinal)];

    public async Task<bool> HasAdministratorAsync(CancellationToken cancellation) =>
        await Rows.AdministratorsAsync(cancellation) is { Value.Ids.Count: > 0 };

    /// <summary>Puts a code in place with which the first administrator makes an account.</summary>
    public Task SetFirstCodeAsync(string code, CancellationToken cancellation) => Rows.SetFirstCodeAsync(new FirstCode(HashOf(code)), cancellation);

    /// <summary>Whether it is the code that is in place and nobody is administrator yet; letters may be small, blanks and dashes do not matter.</summary>
    public async Task<bool> IsFirstCodeAsync(string code, CancellationToken cancellation) =>
        await Rows.FirstCodeAsync(cancellation) is { Value.Hash: var hash } && hash == HashOf(code) && !await HasAdministratorAsync(cancellation);

    /// <summary>Makes the first administrator and uses up the code, both or neither.</summary>
    /// <exception cref="RuleBrokenException">The code is wrong or was used.</exception>
    /// <exception cref="AccountTakenException">There is an account of that user name.</exception>
    public async Task<Account> MakeFirstAsync(Account account, string password, string code, CancellationToken cancellation)
    {
        StoredAccount made = New(account, password, null);
        return await Heads.RetryAsync(account.Id, async () =>
        {
            if (await Rows.FirstCodeAsync(cancellation) is not { } kept || kept.Value.Hash != HashOf(code) || await HasAdministratorAsync(cancellation))
                throw new RuleBrokenException(Rule.FirstCodeWrong);
            if (await Rows.FindAsync(account.Id, cancellation) is not null) throw new AccountTakenException("userName");
            try
            {
                await Rows.WriteAsync(made, null, kept.ETag, cancellation);
            }
            catch (RequestFailedException e) when (Conflict.IsMissing(e))
            {
                throw new RuleBrokenException(Rule.FirstCodeWrong);
            }

            return account;
        }, cancellation);
    }

    /// <summary>Makes an account; the same submission again changes nothing.</summary>
    /// <param name="givenWith">Names the submission that makes it.</param>
    /// <exception cref="AccountTakenException">There is another account of that user name or external id.</exception>
    public async Task<Account> MakeAsync(Account account, string password, string givenWith, CancellationToken cancellation)
    {
        StoredAccount made = New(account, password, givenWith);
        return await Heads.RetryAsync(account.Id, async () =>
        {
            if (await Rows.FindAsync(account.Id, cancellation) is { Value: var known })
                return known.GivenWith == made.GivenWith ? known.Account : throw new AccountTakenException("userName");
            await RefuseTakenAsync(account, cancellation);
            await Rows.WriteAsync(made, null, null, cancellation);
            return account;
        }, cancellation);
    }

    /// <summary>Changes what is known of an officer. Disabling ends all sessions.</summary>
    /// <exception cref="RuleBrokenException">It would leave no administrator.</exception>
    /// <exception cref="AccountTakenException">There is another account of that external id.</exception>
    public async Task<Account> ChangeAsync(string id, Func<Account, Account> change, CancellationToken cancellation)
    {
        StoredAccount changed = await UpdateAsync(id, before =>
        {
            Account after = change(before.Account);
            return before with { Account = after, Stamp = after.IsDisabled ? NewStamp() : before.Stamp, Reset = after.IsDisabled ? null : before.Reset };
        }, cancellation);
        return changed.Account;
    }

    /// <summary>A session was signed out: it is over, also for whoever may have copied its cookie.</summary>
    /// <param name="until">When it would have ended by itself; machine time, as <paramref name="now"/>.</param>
    public Task EndSessionAsync(string id, string sessionId, DateTimeOffset until, DateTimeOffset now, CancellationToken cancellation) => UpdateAsync(id, before => before with
    {
        Ended = [.. (before.Ended ?? []).Where(e => e.Until > now && e.Id != sessionId).TakeLast(99), new EndedSession(sessionId, until)],
    }, cancellation);

    /// <summary>All sessions are over, wherever their cookies are; the password stays.</summary>
    public async Task<Account> EndSessionsAsync(string id, CancellationToken cancellation) =>
        (await UpdateAsync(id, before => before with { Stamp = NewStamp(), Ended = null }, cancellation)).Account;

    /// <summary>Whether the office is to be told now of wrong passwords for the account; once in so long a time one caller gets it, of all processes.</summary>
    /// <param name="now">Machine time.</param>
    public async Task<bool> BeginTellingAsync(string id, DateTimeOffset now, TimeSpan every, CancellationToken cancellation)
    {
        bool isDue = false;
        await UpdateAsync(id, before =>
        {
            isDue = !(now - before.ToldAt < every);
            return isDue ? before with { ToldAt = now } : before;
        }, cancellation);
        return isDue;
    }

    /// <summary>Changes nothing, and costs as much as writing something down of an account that is there.</summary>
    public Task CountForNobodyAsync(CancellationToken cancellation) => Rows.CountForNobodyAsync(cancellation);

    internal async Task<StoredAccount> UpdateAsync(string id, Func<StoredAccount, StoredAccount> change, CancellationToken cancellation)
    {
        StoredAccount written = await Heads.RetryAsync(id, async () =>
        {
            (StoredAccount Value, ETag ETag) before = await Rows.GetAsync(id, cancellation);
            StoredAccount after = change(before.Value);
            if (ReferenceEquals(after, before.Value)) return after;
            if (after.Account.ExternalId != before.Value.Account.ExternalId) await RefuseTakenAsync(after.Account, cancellation);
            await Rows.WriteAsync(after, before, null, cancellation);
            return after;
        }, cancellation);
        _known.Forget(id);
        return written;
    }

    internal static AccountSession SessionOf(StoredAccount account) =>
        new(account.Account, account.Stamp, (account.Ended ?? []).Select(e => e.Id).ToHashSet(StringComparer.Ordinal));

    internal static string NewStamp() => Guid.NewGuid().ToString("N");

    private async Task RefuseTakenAsync(Account account, CancellationToken cancellation)
    {
        if (account.ExternalId is { } external && await Rows.FindExternalAsync(external, cancellation) is { } holder && holder != account.Id)
            throw new AccountTakenException("externalId");
    }

    private static StoredAccount New(Account account, string password, string? givenWith) =>
        new(account, Passwords.Hash(password), NewStamp(), GivenWith: givenWith is null ? null : Key.Hash(givenWith));

    private static string HashOf(string code) => Key.Hash(string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant());
}
