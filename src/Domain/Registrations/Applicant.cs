using NtmServerless.Domain.People;
using NtmServerless.Domain.Plans;

namespace NtmServerless.Domain.Registrations;

/// <summary>
/// The person who wants to attend: the least that a class needs to know (Law 91/2025/QH15: collected for a stated purpose
/// and no more). Ethnic group is optional; phone is optional and may be shared by a family.
/// </summary>
public sealed record Applicant(
    string FullName,
    int BirthYear,
    Sex Sex,
    string? EthnicGroup,
    string? Phone,
    string Village,
    string UnitId,
    Audience Audience,
    string? Organisation)
{
    public string PersonKey => People.PersonKey.Of(FullName, BirthYear, Village, UnitId);
}
