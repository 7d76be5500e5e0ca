namespace NtmServerless.Pages.Accounts;

/// <summary>One account and the units to choose from.</summary>
/// <param name="Account">Null: it is still to be made.</param>
public sealed record AccountEdit(Account? Account, Plan Plan);
