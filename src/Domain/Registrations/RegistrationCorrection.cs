namespace NtmServerless.Domain.Registrations;

/// <summary>One time that a registration was put right: what stood there before, so that its history can be told.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="ByUnitId">The officer's unit; null: the person, by the receipt.</param>
/// <param name="Was">The person as written before; null where nothing of it changed, as when the registration was brought back.</param>
/// <param name="CancelledAt">When it had been cancelled, where it was brought back.</param>
/// <param name="Reason">In the words of whoever did it.</param>
[Personal(PersonalDatum.Identity)]
public sealed record RegistrationCorrection(DateTimeOffset At, string? ByUnitId, Applicant? Was, DateTimeOffset? CancelledAt = null, string? Reason = null);
