namespace NtmServerless.Domain.Accounts;

/// <summary>An officer's account as it is shown: never its password, of which only a hash is kept.</summary>
/// <param name="Id">Made of the user name; stands in addresses.</param>
/// <param name="UserName">Folded, see <see cref="Access.UserName"/>.</param>
/// <param name="DisplayName">What colleagues call the officer.</param>
/// <param name="IsDisabled">May not sign in.</param>
/// <param name="MustChangePassword">The password was given by somebody else and is good for choosing an own one only.</param>
/// <param name="ExternalId">The officer's id or name at the sign-in in front of the app (Entra ID); lower case.</param>
public sealed record Account(
    string Id, string UserName, string DisplayName, Role Role, string UnitId, DateTimeOffset MadeAt,
    bool IsDisabled = false, bool MustChangePassword = false, string? ExternalId = null)
{
    public bool IsActiveAdministrator => Role == Role.Administrator && !IsDisabled;

    /// <summary>Who asks, when this officer does. The user name is unique, names of people are not.</summary>
    public Caller ToCaller() => new(Role, UnitId, UserName);
}
