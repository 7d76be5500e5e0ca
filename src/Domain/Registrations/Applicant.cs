using System.Text.Json.Serialization;

namespace NtmServerless.Domain.Registrations;

/// <summary>
/// The person who wants to attend: the least that a class needs to know (Law 91/2025/QH15: collected for a stated purpose
/// and no more), in a part that is dropped whole when its time has ended and a part that goes on counting.
/// </summary>
/// <param name="Personal">Null once the person's time has ended: see <see cref="Retention"/>.</param>
/// <param name="Counted">What the figures of the class count; it names nobody.</param>
[JsonConverter(typeof(ApplicantJson))]
public sealed record Applicant(PersonalData? Personal, CountedTraits Counted)
{
    public string FullName => Personal?.FullName ?? "";

    public int BirthYear => Personal?.BirthYear ?? 0;

    public string? EthnicGroup => Personal?.EthnicGroup;

    public string? Phone => Personal?.Phone;

    public string Village => Personal?.Village ?? "";

    public string? Organisation => Personal?.Organisation;

    public Sex Sex => Counted.Sex;

    public string UnitId => Counted.UnitId;

    public Audience Audience => Counted.Audience;

    public string PersonKey => People.PersonKey.Of(FullName, BirthYear, Village, UnitId);
}
