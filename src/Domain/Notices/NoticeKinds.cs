namespace NtmServerless.Domain.Notices;

/// <summary>What is known of each kind of notice.</summary>
public static class NoticeKinds
{
    private static readonly HashSet<NoticeKind> ToPeople =
    [
        NoticeKind.Invitation, NoticeKind.ReminderThreeDays, NoticeKind.ReminderOneDay, NoticeKind.Promoted, NoticeKind.ClassPostponed,
        NoticeKind.ClassRescheduled, NoticeKind.ClassCancelled, NoticeKind.ClassNotHeld, NoticeKind.ClassEndedEarly, NoticeKind.ClassMessage,
        NoticeKind.TourConfirmed, NoticeKind.TourReminder, NoticeKind.TourPostponed, NoticeKind.TourCancelled,
    ];

    /// <summary>What kind of record it is about.</summary>
    public static PostSubjectKind About(this NoticeKind kind) => kind switch
    {
        NoticeKind.MessageFailed => PostSubjectKind.Message,
        NoticeKind.SignInsRefused => PostSubjectKind.Account,
        >= NoticeKind.DeclarationSent => PostSubjectKind.Declaration,
        >= NoticeKind.PeriodicReportAsked => PostSubjectKind.Report,
        >= NoticeKind.TourAnnounced => PostSubjectKind.Tour,
        _ => PostSubjectKind.Class,
    };

    /// <summary>Whether participants are told, by a text message.</summary>
    public static bool TellsPeople(this NoticeKind kind) => ToPeople.Contains(kind);

    /// <summary>Whether it says how the whole class stands, so that whoever hears it need not be told what was told before.</summary>
    public static bool TellsHowClassStands(this NoticeKind kind) => kind is NoticeKind.ClassPostponed or NoticeKind.ClassRescheduled
        or NoticeKind.ClassCancelled or NoticeKind.ClassNotHeld or NoticeKind.ClassEndedEarly;

    /// <summary>Whether it asks people to come on the announced days: the last of these says all that those before said.</summary>
    public static bool AsksToCome(this NoticeKind kind) => kind is NoticeKind.Invitation or NoticeKind.ReminderThreeDays or NoticeKind.ReminderOneDay;

    /// <summary>Whether somebody has to see to it that each person of a class hears of it, by whatever way.</summary>
    public static bool MustReachPeople(this NoticeKind kind) =>
        kind.AsksToCome() || kind.About() == PostSubjectKind.Class && kind.Hold() == NoticeHold.People;

    /// <summary>Why it may not be switched off; <see cref="NoticeHold.None"/>: it may.</summary>
    public static NoticeHold Hold(this NoticeKind kind) => kind switch
    {
        NoticeKind.Promoted or NoticeKind.ClassPostponed or NoticeKind.ClassRescheduled or NoticeKind.ClassCancelled
            or NoticeKind.ClassNotHeld or NoticeKind.ClassEndedEarly or NoticeKind.ClassMessage
            or NoticeKind.TourPostponed or NoticeKind.TourCancelled => NoticeHold.People,
        NoticeKind.TooFewRegistered or NoticeKind.HoldingUnconfirmed or NoticeKind.LeadTransferred or NoticeKind.ReportReturned
            or NoticeKind.TourLeadTransferred or NoticeKind.PeriodicReportAsked or NoticeKind.PeriodicReportReturned
            or NoticeKind.PeriodicReportIssued or NoticeKind.DeclarationReturned => NoticeHold.Work,
        NoticeKind.RetentionNear or NoticeKind.MessageFailed or NoticeKind.SignInsRefused => NoticeHold.Warning,
        _ => NoticeHold.None,
    };

    /// <summary>What may stand in braces in its texts.</summary>
    public static IReadOnlyList<string> Placeholders(this NoticeKind kind) => kind.About() switch
    {
        PostSubjectKind.Class => ["class", "host", "lead", "venue", "sessions", "first", "opens", "closes", "confirmed", "least"],
        PostSubjectKind.Tour => ["tour", "destination", "departs", "returns", "lead", "members", "least", "nominations"],
        PostSubjectKind.Report => ["period", "from", "to"],
        PostSubjectKind.Declaration => ["declared", "declarer", "held"],
        _ => [],
    };
}
