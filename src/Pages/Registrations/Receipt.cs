namespace NtmServerless.Pages.Registrations;

/// <summary>
/// A registration as its holder sees it: whose it is by name and commune, as a family keeps several. Year of birth and phone are not
/// shown: they prove that somebody who has the code may look it up and cancel, and a receipt is printed and passed on.
/// </summary>
/// <param name="WaitlistPlace">How many wait ahead, plus one; null for one that does not wait.</param>
/// <param name="Attended">In how many sessions the person was marked present, and in how many at all; null before the class begins.</param>
/// <param name="Token">What its address ends with.</param>
/// <param name="Correcting">The form that comes back is that of correcting, not that of cancelling.</param>
public sealed record Receipt(
    ClassOfPlan Of, Registration Registration, int? WaitlistPlace, (int Present, int Marked)? Attended, string Token, bool Correcting = false)
{
    public string Code => Registration.Code;

    public RegistrationStatus Status => Registration.Status;

    /// <summary>What the code for a camera says: enough to mark the person present in this class and no other.</summary>
    public string Scanned => $"NTM:{Of.Class.Id}:{Code}";
}
