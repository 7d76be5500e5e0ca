using NtmServerless.Domain.Classes;

namespace NtmServerless.Domain.Registrations;

/// <summary>
/// Personal data is removed when the purpose has ended (Law 91/2025/QH15; Decree 356/2025/NĐ-CP): what is left of a
/// registration counts in the class's figures and names nobody.
/// </summary>
public static class Retention
{
    /// <summary>Two years after the class, unless the office sets another number of days.</summary>
    public const int DefaultDays = 730;

    /// <summary>Registrations emptied in one go: what fits into one transaction of the records.</summary>
    public const int Most = 40;

    /// <summary>Whether a class is over for long enough and still holds personal data.</summary>
    public static bool IsDue(TrainingClass c, int days, DateTimeOffset now) =>
        c.Stage.IsOver() && c.AnonymisedAt is null && EndOf(c) is { } end && end.AddDays(days) < now;

    public static Registration Anonymise(Registration r, DateTimeOffset now) => r with
    {
        Applicant = r.Applicant with { FullName = "", BirthYear = 0, EthnicGroup = null, Phone = null, Village = "", Organisation = null },
        CancelReason = null,
        AnonymisedAt = now,
    };

    private static DateTimeOffset? EndOf(TrainingClass c) => c.Report.ApprovedAt ?? (c.Sessions.Count > 0 ? c.LastEnd : null);
}
