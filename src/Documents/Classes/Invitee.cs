namespace NtmServerless.Documents.Classes;

/// <summary>Whom an invitation asks.</summary>
/// <param name="Name">A person with post, or a unit.</param>
/// <param name="People">How many the unit sends; null: not said.</param>
public sealed record Invitee([property: Personal(PersonalDatum.Signer)] string Name, int? People = null);
