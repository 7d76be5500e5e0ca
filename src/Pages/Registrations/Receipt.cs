namespace NtmServerless.Pages.Registrations;

/// <summary>A registration as its holder sees it: nothing about the person, who knows that already.</summary>
/// <param name="WaitlistPlace">How many wait ahead, plus one; null for one that does not wait.</param>
public sealed record Receipt(ClassOfPlan Of, string Code, RegistrationStatus Status, int? WaitlistPlace)
{
    /// <summary>What the code for a camera says: enough to mark the person present in this class and no other.</summary>
    public string Scanned => $"NTM:{Of.Class.Id}:{Code}";
}
