namespace NtmServerless.Storage.Accounts;

/// <summary>The whole row of an account; leaves this folder only as <see cref="Account"/> or <see cref="AccountSession"/>.</summary>
/// <param name="Stamp">Random; changed whenever sessions must end.</param>
/// <param name="Tries">Passwords tried since the last right one; null: none. Origins by their hash.</param>
/// <param name="GivenWith">Submission that gave the password, so that its repeat gives it no second time.</param>
/// <param name="ToldAt">When the office was last told of wrong passwords; machine time.</param>
/// <param name="Ended">Sessions that were signed out, until they would have ended by themselves.</param>
internal sealed record StoredAccount(
    Account Account, string PasswordHash, string Stamp, SignInTries? Tries = null,
    string? GivenWith = null, IReadOnlyList<EndedSession>? Ended = null, DateTimeOffset? ToldAt = null);

internal sealed record EndedSession(string Id, DateTimeOffset Until);

/// <summary>The row that says which accounts are active administrators, changed in one transaction with them.</summary>
internal sealed record Administrators(IReadOnlyList<string> Ids);

/// <summary>The one-time code of the first administrator, by its hash.</summary>
internal sealed record FirstCode(string Hash);

/// <summary>Row that finds an account by its external id.</summary>
internal sealed record ExternalName(string AccountId);

/// <summary>What a session is held against at each request.</summary>
/// <param name="Stamp">A session made under another stamp has ended.</param>
/// <param name="EndedSessions">Ids of sessions that were signed out.</param>
public sealed record AccountSession(Account Account, string Stamp, IReadOnlySet<string> EndedSessions);

/// <summary>What came of a try to sign in, or to prove that one knows the password.</summary>
/// <param name="Right">What the session is held against; null: refused.</param>
/// <param name="Account">Whose password was tried; null: nobody has that name.</param>
/// <param name="WasLookedAt">False: it was too early after wrong ones.</param>
/// <param name="ClosedUntil">Until when no further password from there is looked at, machine time; null: the next one is.</param>
public sealed record SignInOutcome(AccountSession? Right, Account? Account, bool WasLookedAt, DateTimeOffset? ClosedUntil)
{
    internal static readonly SignInOutcome OfNobody = new(null, null, false, null);
}

/// <summary>An account is there already under this user name or external id.</summary>
public sealed class AccountTakenException(string field) : Exception($"Taken: {field}")
{
    /// <summary>Field of the form: <c>userName</c> or <c>externalId</c>.</summary>
    public string Field { get; } = field;
}
