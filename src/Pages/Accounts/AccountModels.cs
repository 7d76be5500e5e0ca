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
public sealed record AccountList(Plan? Plan, Slice<Account> Found, string FileAddress)
{
    /// <summary>Names of the fields in the address.</summary>
    public const string OfText = PersonFilter.Words, OfRole = "vai-tro";
}

/// <summary>A password that is shown once.</summary>
public sealed record GivenPasswordView(Account Account, string Password);
