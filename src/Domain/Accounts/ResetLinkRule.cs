namespace NtmServerless.Domain.Accounts;

/// <summary>When an officer who forgot the password may be sent a link to choose another one, and how long it is good. Machine time.</summary>
public static class ResetLinkRule
{
    /// <summary>How long a link is good.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    /// <summary>Until then no second one is sent: whoever asks again and again does not fill a unit's mailbox.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    /// <summary>
    /// A link goes to the unit's own addresses, which everybody of the unit may set and read. So nobody there may have another role
    /// than who is sent it: a colleague could take it over.
    /// </summary>
    /// <param name="roles">Roles of everybody who acts for the account's unit, by account or by key.</param>
    public static bool MaySend(Account account, IEnumerable<Role> roles) => !account.IsDisabled && roles.All(r => r == account.Role);
}
