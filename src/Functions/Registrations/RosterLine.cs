namespace NtmServerless.Functions.Registrations;

/// <summary>A line of the roster: what the list at the door needs. The phone is masked.</summary>
public sealed record RosterLine(
    string Code, int Sequence, RegistrationStatus Status, string FullName, int BirthYear, string Sex, string? EthnicGroup, string? PhoneMasked,
    string Village, string UnitId, Audience Audience, string? Organisation, bool IsPriority, bool Namesake, RegistrationSource Source)
{
    public static RosterLine Of(Registration r) => new(
        r.Code, r.Sequence, r.Status, r.Applicant.FullName, r.Applicant.BirthYear, r.Applicant.Sex.ToString(), r.Applicant.EthnicGroup,
        r.Applicant.MaskedPhone(), r.Applicant.Village, r.Applicant.UnitId, r.Applicant.Audience,
        r.Applicant.Organisation, r.IsPriority, r.Namesake, r.Source);
}
