namespace NtmServerless.Domain.Registrations;

/// <summary>All that a registration says of who the person is. It is dropped whole: whatever is added here is dropped with it.</summary>
[Personal(PersonalDatum.Identity)]
public sealed record PersonalData : PersonDetails
{
    public required string FullName { get; init; }
    public required int BirthYear { get; init; }

    /// <summary>E.164; optional, and may be shared by a family.</summary>
    public string? Phone { get; init; }
    public required string Village { get; init; }
}
