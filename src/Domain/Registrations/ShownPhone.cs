namespace NtmServerless.Domain.Registrations;

/// <summary>How a person's phone is shown.</summary>
public static class ShownPhone
{
    /// <summary>As people dial it, 0912345678; null without a phone.</summary>
    public static string? DialledPhone(this Applicant applicant) =>
        applicant.Phone is { } phone && phone.StartsWith("+84", StringComparison.Ordinal) ? "0" + phone[3..] : applicant.Phone;

    /// <summary>The last three digits of the phone, enough to tell who it is on the line; null without a phone.</summary>
    public static string? MaskedPhone(this Applicant applicant) => applicant.Phone is { Length: >= 3 } phone ? "•••" + phone[^3..] : null;
}
