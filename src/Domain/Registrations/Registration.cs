namespace NtmServerless.Domain.Registrations;

/// <summary>One person's application to one class.</summary>
public sealed record Registration
{
    /// <summary>What the person keeps to look it up or cancel it; see <see cref="RegistrationCode"/>.</summary>
    public required string Code { get; init; }

    /// <summary>Order of acceptance within the class, from 1, without gaps.</summary>
    public required int Sequence { get; init; }
    public required Applicant Applicant { get; init; }
    public required RegistrationStatus Status { get; init; }

    /// <summary>Belongs to a priority group of the class at the time of registering.</summary>
    public required bool IsPriority { get; init; }

    /// <summary>Same name, year of birth and village as another active registration, confirmed to be another person.</summary>
    public bool Namesake { get; init; }
    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>Where it came from: the public form, an officer's unit, an outside form.</summary>
    public required RegistrationSource Source { get; init; }
    public string? ByUnitId { get; init; }
    public DateTimeOffset? PromotedAt { get; init; }
    public DateTimeOffset? CancelledAt { get; init; }

    /// <summary>In the words of whoever cancelled; removed with the personal data.</summary>
    [Personal(PersonalDatum.CancelReason)]
    public string? CancelReason { get; init; }

    /// <summary>How it was put right, oldest first; removed with the personal data.</summary>
    public IReadOnlyList<RegistrationCorrection> Corrections { get; init; } = [];

    /// <summary>Code of the registration whose seat this one took over: it has a seat before others who registered earlier.</summary>
    public string? Replaces { get; init; }

    /// <summary>When personal data was removed (retention); what is left counts, but names nobody.</summary>
    public DateTimeOffset? AnonymisedAt { get; init; }

    /// <summary>
    /// Whether the person belongs on the paper of a session: everybody but those who had cancelled before it began. Who cancels
    /// later has cancelled, and yet was there: what was attended stays attended, in every figure.
    /// </summary>
    public bool BelongsTo(Session session) => Status is not RegistrationStatus.Cancelled || CancelledAt >= session.StartsAt;

    public bool IsActive => Status is RegistrationStatus.Confirmed or RegistrationStatus.Waitlisted;
}
