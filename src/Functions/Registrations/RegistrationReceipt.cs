using System.Security.Cryptography;

namespace NtmServerless.Functions.Registrations;

/// <summary>What a person keeps of a registration, and what a look-up says.</summary>
/// <param name="WaitlistPlace">How many wait ahead, plus one; null for a confirmed one.</param>
public sealed record RegistrationReceipt(ClassId ClassId, string Code, RegistrationStatus Status, int Sequence, int? WaitlistPlace);
