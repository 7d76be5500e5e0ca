namespace NtmServerless.Pages.Addresses;

/// <summary>Addresses of the pages of accounts and of signing in.</summary>
public static class AccountPaths
{
    public const string SignIn = "/" + AccountRoutes.SignIn;
    public const string SignOut = "/" + AccountRoutes.SignOut;
    public const string First = "/" + AccountRoutes.First;
    public const string Forgotten = "/" + AccountRoutes.Forgotten;
    public const string Reset = "/" + AccountRoutes.Reset;
    public const string Mine = "/" + AccountRoutes.Mine;
    public const string SignOutEverywhere = "/" + AccountRoutes.SignOutEverywhere;
    public const string List = "/" + AccountRoutes.List;
    public const string Export = "/" + AccountRoutes.Export;
    public const string New = "/" + AccountRoutes.New;
    public const string ForUnits = "/" + AccountRoutes.ForUnits;

    /// <summary>Query parameter with the token of a link to choose another password.</summary>
    public const string TokenParameter = "ma";

    public static string Of(string accountId) => Address.Of(AccountRoutes.One, accountId);

    public static string Password(string accountId) => Address.Of(AccountRoutes.Password, accountId);

    public static string EndSessions(string accountId) => Address.Of(AccountRoutes.EndSessions, accountId);

    /// <summary>The page that a link to choose another password leads to.</summary>
    public static string ResetBy(string token) => $"{Reset}?{TokenParameter}={Uri.EscapeDataString(token)}";

    public static string Disable(string accountId) => Address.Of(AccountRoutes.Disable, accountId);

    public static string Enable(string accountId) => Address.Of(AccountRoutes.Enable, accountId);
}
