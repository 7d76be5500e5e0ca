namespace NtmServerless.Functions.Registrations;

/// <summary>A line of the roster: what the list at the door needs, and what the person said besides. The phone is masked.</summary>
public sealed record RosterLine : PersonDetails
{
    private RosterLine(PersonDetails said)
        : base(said)
    {
    }

    public required string Code { get; init; }
    public required int Sequence { get; init; }
    public required RegistrationStatus Status { get; init; }
    public required string FullName { get; init; }
    public required int BirthYear { get; init; }
    public required string Sex { get; init; }
    public required string? PhoneMasked { get; init; }
    public required string Village { get; init; }
    public required string UnitId { get; init; }
    public required Audience Audience { get; init; }
    public required bool IsPriority { get; init; }
    public required bool Namesake { get; init; }
    public required RegistrationSource Source { get; init; }

    public static RosterLine Of(Registration r) => new(r.Applicant.Personal ?? new PersonDetails())
    {
        Code = r.Code,
        Sequence = r.Sequence,
        Status = r.Status,
        FullName = r.Applicant.FullName,
        BirthYear = r.Applicant.BirthYear,
        Sex = r.Applicant.Sex.ToString(),
        PhoneMasked = r.Applicant.MaskedPhone(),
        Village = r.Applicant.Village,
        UnitId = r.Applicant.UnitId,
        Audience = r.Applicant.Audience,
        IsPriority = r.IsPriority,
        Namesake = r.Namesake,
        Source = r.Source,
    };
}
