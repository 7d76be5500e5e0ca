namespace NtmServerless.Functions.Accounts;

/// <summary>Who gets an account.</summary>
public sealed record AccountForm(string? UserName, string? DisplayName, Role? Role, string? UnitId, string? ExternalId)
{
    public Account Check(Plan plan, DateTimeOffset now)
    {
        Checks checks = new();
        string userName = AccountFields.UserName(checks, UserName);
        AccountChangeForm rest = new(DisplayName, Role, UnitId, ExternalId);
        (string displayName, string unitId, string? externalId) = rest.Check(checks, plan);
        checks.ThrowIfAny();
        return new Account(AccountStore.IdOf(userName), userName, displayName, Role!.Value, unitId, now, MustChangePassword: true, ExternalId: externalId);
    }
}

/// <summary>What an administrator changes of an account.</summary>
public sealed record AccountChangeForm(string? DisplayName, Role? Role, string? UnitId, string? ExternalId)
{
    public Account Apply(Account account, Plan plan)
    {
        Checks checks = new();
        (string displayName, string unitId, string? externalId) = Check(checks, plan);
        checks.ThrowIfAny();
        return account with { DisplayName = displayName, Role = Role!.Value, UnitId = unitId, ExternalId = externalId };
    }

    public (string DisplayName, string UnitId, string? ExternalId) Check(Checks checks, Plan plan)
    {
        checks.Require(Role is not null, "role", "required");
        string unit = checks.Text("unitId", UnitId, 60);
        checks.Require(unit.Length == 0 || plan.FindUnit(unit) is not null, "unitId", "unit-unknown");
        string name = checks.Text("displayName", DisplayName, 100);
        return (name, unit, checks.OptionalText("externalId", ExternalId, 200)?.ToLowerInvariant());
    }
}

/// <summary>The first administrator, who brings the one-time code.</summary>
public sealed record FirstForm(string? Code, string? UserName, string? DisplayName, string? Password)
{
    /// <exception cref="InvalidInputException">With every field that is wrong.</exception>
    public (Account Account, string Password) Check(string unitId, DateTimeOffset now)
    {
        Checks checks = new();
        string userName = AccountFields.UserName(checks, UserName);
        string name = checks.Text("displayName", DisplayName, 100);
        AccountFields.Password(checks, "password", Password, userName);
        checks.ThrowIfAny();
        return (new Account(AccountStore.IdOf(userName), userName, name, Role.Administrator, unitId, now), Password!);
    }
}

/// <summary>Signing in.</summary>
public sealed record SignInForm(string? UserName, string? Password)
{
    public (string UserName, string Password) Check()
    {
        Checks checks = new();
        checks.Require(!string.IsNullOrWhiteSpace(UserName), "userName", "required");
        checks.Require(!string.IsNullOrEmpty(Password), "password", "required");
        checks.Require(UserName is not { Length: > 200 }, "userName", "too-long", ("limit", 200));
        checks.Require(Password is not { Length: > PasswordRule.Longest }, "password", "too-long", ("limit", PasswordRule.Longest));
        checks.ThrowIfAny();
        return (UserName!, Password!);
    }
}

/// <summary>An officer's choice of a password.</summary>
public sealed record PasswordForm(string? Current, string? Wanted, string? Again)
{
    public (string Current, string Wanted) Check(string userName)
    {
        Checks checks = new();
        checks.Require(Current is { Length: > 0 and <= PasswordRule.Longest }, "current", "required");
        AccountFields.Password(checks, "wanted", Wanted, userName);
        checks.Require(Again == Wanted, "again", "password-again");
        checks.Require(Wanted is null || Wanted != Current, "wanted", "password-same");
        checks.ThrowIfAny();
        return (Current!, Wanted!);
    }
}

/// <summary>Fields that several forms have.</summary>
public static class AccountFields
{
    public static string UserName(Checks checks, string? typed)
    {
        string folded = Domain.Accounts.UserName.Fold(typed is { Length: > 200 } ? typed[..200] : typed ?? "");
        if (folded.Length == 0) checks.Fail("userName", "required");
        else checks.Require(Domain.Accounts.UserName.IsGood(folded), "userName", "user-name", ("from", Domain.Accounts.UserName.Shortest), ("to", Domain.Accounts.UserName.Longest));
        return folded;
    }

    public static void Password(Checks checks, string field, string? password, string userName)
    {
        if (string.IsNullOrEmpty(password)) checks.Fail(field, "required");
        else if (PasswordRule.Refuses(password, userName) is { } code)
            checks.Fail(field, code, ("least", PasswordRule.Shortest), ("limit", PasswordRule.Longest));
    }
}
