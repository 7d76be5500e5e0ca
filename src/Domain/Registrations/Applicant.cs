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

/// <summary>How a person's phone is shown.</summary>
public static class ShownPhone
{
    /// <summary>As people dial it, 0912345678; null without a phone.</summary>
    public static string? DialledPhone(this Applicant applicant) =>
        applicant.Phone is { } phone && phone.StartsWith("+84", StringComparison.Ordinal) ? "0" + phone[3..] : applicant.Phone;

    /// <summary>The last three digits of the phone, enough to tell who it is on the line; null without a phone.</summary>
    public static string? MaskedPhone(this Applicant applicant) => applicant.Phone is { Length: >= 3 } phone ? "•••" + phone[^3..] : null;
}
