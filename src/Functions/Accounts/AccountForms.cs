namespace NtmServerless.Functions.Accounts;

/// <summary>The first administrator, who brings the one-time code.</summary>
public sealed record FirstForm(string? Code, string? UserName, string? DisplayName, string? Password)
{
    /// <exception cref="InvalidInputException">With every field that is wrong.</exception>
    public (Account Account, string Password) Check(string unitId, DateTimeOffset now)
    {
        Checks checks = new();
        string userName = AccountFields.UserName(checks, UserName);
        string name = checks.Text("displayName", DisplayName, 100);
        string password = AccountFields.Password(checks, "password", Password, userName);
        checks.ThrowIfAny();
        return (new Account(AccountStore.IdOf(userName), userName, name, Role.Administrator, unitId, now), password);
    }
}

/// <summary>Signing in.</summary>
public sealed record SignInForm(string? UserName, string? Password)
{
    public (string UserName, string Password) Check()
    {
        Checks checks = new();
        string userName = UserName ?? "", password = Password ?? "";
        checks.Require(!string.IsNullOrWhiteSpace(userName), "userName", "required");
        checks.Require(password.Length > 0, "password", "required");
        checks.Require(userName.Length <= 200, "userName", "too-long", ("limit", 200));
        checks.Require(password.Length <= PasswordRule.Longest, "password", "too-long", ("limit", PasswordRule.Longest));
        checks.ThrowIfAny();
        return (userName, password);
    }
}

/// <summary>An officer's choice of a password.</summary>
public sealed record PasswordForm(string? Current, string? Wanted, string? Again)
{
    public (string Current, string Wanted) Check(string userName)
    {
        Checks checks = new();
        string current = Current ?? "";
        checks.Require(current is { Length: > 0 and <= PasswordRule.Longest }, "current", "required");
        string wanted = AccountFields.Password(checks, "wanted", Wanted, userName);
        checks.Require(Again == Wanted, "again", "password-again");
        checks.Require(Wanted is null || Wanted != Current, "wanted", "password-same");
        checks.ThrowIfAny();
        return (current, wanted);
    }
}

/// <summary>Who forgot the password.</summary>
public sealed record ForgottenForm(string? UserName)
{
    /// <summary>Id of the account, if there is one of that name.</summary>
    public string Check()
    {
        Checks checks = new();
        string userName = UserName ?? "";
        checks.Require(!string.IsNullOrWhiteSpace(userName), "userName", "required");
        checks.Require(userName.Length <= 200, "userName", "too-long", ("limit", 200));
        checks.ThrowIfAny();
        return AccountStore.IdOf(userName);
    }
}

/// <summary>A password chosen by a link.</summary>
/// <param name="Token">What stood in the link.</param>
public sealed record ResetForm(string? Token, string? Wanted, string? Again)
{
    public string Check(string userName)
    {
        Checks checks = new();
        string wanted = AccountFields.Password(checks, "wanted", Wanted, userName);
        checks.Require(Again == Wanted, "again", "password-again");
        checks.ThrowIfAny();
        return wanted;
    }
}

/// <summary>Fields that several forms have.</summary>
public static class AccountFields
{
    public static string UserName(Checks checks, string? typed, string field = "userName")
    {
        string folded = Domain.Accounts.UserName.Fold(typed is { Length: > 200 } ? typed[..200] : typed ?? "");
        if (folded.Length == 0) checks.Fail(field, "required");
        else checks.Require(Domain.Accounts.UserName.IsGood(folded), field, "user-name", ("from", Domain.Accounts.UserName.Shortest),
            ("to", Domain.Accounts.UserName.Longest));
        return folded;
    }

    /// <returns>The password; empty where there is none.</returns>
    public static string Password(Checks checks, string field, string? password, string userName)
    {
        if (string.IsNullOrEmpty(password)) checks.Fail(field, "required");
        else if (PasswordRule.Refuses(password, userName) is { } code)
            checks.Fail(field, code, ("least", PasswordRule.Shortest), ("limit", PasswordRule.Longest));
        return password ?? "";
    }
}
