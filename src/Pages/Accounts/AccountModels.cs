namespace NtmServerless.Pages.Accounts;

/// <summary>The sign-in page.</summary>
/// <param name="HasAdministrator">False: the first one has to be made before anybody can sign in.</param>
/// <param name="Action">Where the form goes, with the page to come back to.</param>
public sealed record SignInView(bool HasAdministrator, string Action);

/// <summary>The page of the first administrator.</summary>
/// <param name="IsOpen">There is no administrator yet.</param>
public sealed record FirstView(bool IsOpen);

/// <summary>What an officer sees of the own account.</summary>
/// <param name="Account">Null: the caller came with a key, or signed in in front of the app.</param>
/// <param name="Calendar">Null: the caller is no officer with an account.</param>
public sealed record MyAccount(Caller Caller, Unit? Unit, Account? Account, OwnCalendar? Calendar);

/// <summary>The officer's calendar for the phone.</summary>
/// <param name="Since">When its address was made; null: it has none.</param>
/// <param name="Address">The address, shown once after it was made.</param>
public sealed record OwnCalendar(DateTimeOffset? Since, string? Address);

/// <summary>The accounts that a filter left.</summary>
/// <param name="UnitsWithout">How many units of the plan have no account yet.</param>
public sealed record AccountList(Plan? Plan, Slice<Account> Found, string FileAddress, int UnitsWithout)
{
    /// <summary>Names of the fields in the address.</summary>
    public const string OfText = PersonFilter.Words, OfRole = "vai-tro";
}

/// <summary>Units that have no account yet, with what is proposed for each.</summary>
public sealed record UnitAccountsView(Plan Plan, IReadOnlyList<AccountProposal> Proposals);

/// <summary>Slips to print, cut and hand out: the only time that these passwords are shown.</summary>
/// <param name="Issuer">Who issued the plan; null: there is none.</param>
/// <param name="Office">Whom to ask; null: there is no plan.</param>
/// <param name="Address">Where to sign in.</param>
/// <param name="IsOnlyHere">The address can be opened on this very PC only.</param>
/// <param name="Left">Units whose account was not made.</param>
public sealed record SlipsView(string? Issuer, string? Office, string Address, bool IsOnlyHere, IReadOnlyList<Slip> Slips, IReadOnlyList<string> Left);

/// <summary>One slip.</summary>
/// <param name="Unit">Name of the account's unit.</param>
/// <param name="Officer">Whose it is; null: it bears the unit's own name.</param>
public sealed record Slip(string Unit, string? Officer, string UserName, string Password);

/// <summary>For who forgot the password.</summary>
/// <param name="CanSend">Links can be sent by mail.</param>
/// <param name="Office">Whom to ask; null: there is no plan.</param>
public sealed record ForgottenView(bool CanSend, Unit? Office);

/// <summary>Where a link to choose another password leads.</summary>
/// <param name="Token">Null: the link is not good (any more).</param>
public sealed record ResetView(string? Token, string? UserName);
