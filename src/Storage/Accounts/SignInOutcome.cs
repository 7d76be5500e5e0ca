namespace NtmServerless.Storage.Accounts;

/// <summary>What came of a try to sign in, or to prove that one knows the password.</summary>
/// <param name="Right">What the session is held against; null: refused.</param>
/// <param name="Account">Whose password was tried; null: nobody has that name.</param>
/// <param name="WasLookedAt">False: it was too early after wrong ones.</param>
/// <param name="ClosedUntil">Until when no further password from there is looked at, machine time; null: the next one is.</param>
public sealed record SignInOutcome(AccountSession? Right, Account? Account, bool WasLookedAt, DateTimeOffset? ClosedUntil)
{
    internal static readonly SignInOutcome OfNobody = new(null, null, false, null);
}
