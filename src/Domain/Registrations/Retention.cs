namespace NtmServerless.Domain.Registrations;

/// <summary>
/// Personal data is removed when the purpose has ended (Law 91/2025/QH15; Decree 356/2025/NĐ-CP): what is left of a
/// registration counts in the class's figures and names nobody. What nobody ever brings to an end (a class whose report is never
/// approved, a tour that is never closed) ends by itself, a year later than it would have.
/// </summary>
public static class Retention
{
    /// <summary>Two years after the class, unless the office sets another number of days.</summary>
    public const int DefaultDays = 730;

    /// <summary>Days that the office has beyond those to bring a class or tour to its end.</summary>
    public const int UnfinishedDays = 365;

    /// <summary>Days before the removal at which the lead unit of an unfinished class is warned.</summary>
    public const int WarningDays = 90;

    /// <summary>Days between a warning that came late and the removal.</summary>
    public const int LeastWarningDays = 30;

    /// <summary>Registrations emptied in one go: what fits into one transaction of the records.</summary>
    public const int Most = 40;

    /// <summary>When the personal data of a class is to be removed (UTC); null where it holds none, as it was never announced.</summary>
    public static DateTimeOffset? EndsAt(TrainingClass c, int days) => EndOf(c)?.AddDays(c.Stage.IsOver() ? days : days + UnfinishedDays);

    /// <summary>Whether the time of a class's personal data is over and it still holds some. An unfinished class is never emptied unwarned.</summary>
    public static bool IsDue(TrainingClass c, int days, DateTimeOffset now) =>
        IsHeld(c) && EndsAt(c, days) < now
        && (c.Stage.IsOver() || c.Trace.RetentionWarnedAt is { } warned && warned.AddDays(LeastWarningDays) < now);

    /// <summary>Warns the lead unit of a class that was never brought to its end: its lists will be emptied. Once; else changes nothing.</summary>
    public static ClassOutcome Warn(TrainingClass c, int days, DateTimeOffset now) =>
        !c.Stage.IsOver() && c.Trace.RetentionWarnedAt is null && IsHeld(c) && EndsAt(c, days)?.AddDays(-WarningDays) <= now
            ? new(c with { Trace = c.Trace with { RetentionWarnedAt = now } }, new Notice(NoticeKind.RetentionNear, [c.LeadUnitId]))
            : new(c);

    /// <summary>Whether the members of a tour are to be removed: counted from its report, or from its last day where it was called off, or never closed.</summary>
    public static bool IsDue(StudyTour t, int days, DateTimeOffset now) => t.Members > 0 && t.Stage switch
    {
        TourStage.Closed => t.ClosedAt?.AddDays(days) < now,
        TourStage.Cancelled => t.ReturnsOn is not null && t.Return.AddDays(days) < now,
        _ => t.ReturnsOn is not null && t.Return.AddDays(days + UnfinishedDays) < now,
    };

    /// <summary>What is left counts: see <see cref="CountedTraits"/>.</summary>
    public static Registration Anonymise(Registration r, DateTimeOffset now) => r with
    {
        Applicant = r.Applicant with { Personal = null },
        CancelReason = null,
        Corrections = [],
        AnonymisedAt = now,
    };

    // A class that got new dates, or its approval, after it was emptied may hold some again.
    private static bool IsHeld(TrainingClass c) => c.AnonymisedAt is null || c.AnonymisedAt < EndOf(c);

    private static DateTimeOffset? EndOf(TrainingClass c)
    {
        DateTimeOffset? lastDay = c.Sessions.Count > 0 ? c.LastEnd : null;
        return c.Stage.IsOver() ? c.Report.ApprovedAt ?? lastDay ?? c.CancelledAt : lastDay;
    }
}
