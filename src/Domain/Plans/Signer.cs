namespace NtmServerless.Domain.Plans;

/// <summary>Who signs the plan.</summary>
/// <param name="Name">Full name.</param>
/// <param name="CapacityLines">Lines above the name, such as "KT. TRƯỞNG BAN".</param>
[Personal(PersonalDatum.Signer)]
public sealed record Signer(string Name, IReadOnlyList<string> CapacityLines);
