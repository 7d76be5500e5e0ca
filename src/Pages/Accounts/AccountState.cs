namespace NtmServerless.Pages.Accounts;

/// <summary>What an account is good for now, in one word.</summary>
public static class AccountState
{
    /// <summary>End of the key of its text.</summary>
    public static string Of(Account account) => account switch
    {
        { IsDisabled: true } => "disabled",
        { MustChangePassword: true } => "given",
        _ => "used",
    };
}
