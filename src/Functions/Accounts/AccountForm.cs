namespace NtmServerless.Functions.Accounts;

/// <summary>Who gets an account.</summary>
public sealed record AccountForm(string? UserName, string? DisplayName, Role? Role, string? UnitId, string? ExternalId)
{
    public Account Check(Plan plan, DateTimeOffset now)
    {
        Checks checks = new();
        string userName = AccountFields.UserName(checks, UserName);
        AccountChangeForm rest = new(DisplayName, Role, UnitId, ExternalId);
        (string displayName, Role role, string unitId, string? externalId) = rest.Check(checks, plan);
        checks.ThrowIfAny();
        return new Account(AccountStore.IdOf(userName), userName, displayName, role, unitId, now, MustChangePassword: true, ExternalId: externalId);
    }
}
