namespace NtmServerless.Storage.Accounts;

/// <summary>The whole row of an account; leaves this folder only as <see cref="Account"/> or <see cref="AccountSession"/>.</summary>
/// <param name="Stamp">Random; changed whenever sessions must end.</param>
/// <param name="Tries">Passwords tried since the last right one; null: none. Origins by their hash.</param>
/// <param name="GivenWith">Submission that gave the password, so that its repeat gives it no second time.</param>
/// <param name="ToldAt">When the office was last told of wrong passwords; machine time.</param>
/// <param name="Ended">Sessions that were signed out, until they would have ended by themselves.</param>
/// <param name="Reset">The link to choose another password that was sent last; null: none, or it was used.</param>
/// <param name="Calendar">The officer's calendar; null: its address was not asked for, or taken away.</param>
[Personal(PersonalDatum.Account)]
internal sealed record StoredAccount(
    Account Account, string PasswordHash, string Stamp, SignInTries? Tries = null,
    string? GivenWith = null, IReadOnlyList<EndedSession>? Ended = null, DateTimeOffset? ToldAt = null, ResetLink? Reset = null,
    StoredCalendar? Calendar = null);

internal sealed record EndedSession(string Id, DateTimeOffset Until);

/// <summary>A link to choose another password, by the hash of its secret.</summary>
/// <param name="MadeAt">Machine time.</param>
internal sealed record ResetLink(string Hash, DateTimeOffset MadeAt);

/// <summary>The secret in the address of an officer's calendar, by its hash, and since when it is that one.</summary>
internal sealed record StoredCalendar(string SecretHash, DateTimeOffset MadeAt);

/// <summary>Row that finds an account by the hash of its calendar's secret.</summary>
internal sealed record CalendarOwner(string AccountId);

/// <summary>The row that says which accounts are active administrators, changed in one transaction with them.</summary>
internal sealed record Administrators(IReadOnlyList<string> Ids);

/// <summary>The one-time code of the first administrator, by its hash.</summary>
internal sealed record FirstCode(string Hash);

/// <summary>Row that finds an account by its external id.</summary>
internal sealed record ExternalName(string AccountId);

/// <summary>An account is there already under this user name or external id.</summary>
public sealed class AccountTakenException(string field) : Exception($"Taken: {field}")
{
    /// <summary>Field of the form: <c>userName</c> or <c>externalId</c>.</summary>
    public string Field { get; } = field;
}
