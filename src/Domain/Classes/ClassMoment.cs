namespace NtmServerless.Domain.Classes;

/// <summary>Something that happens once in the life of a class and belongs on its time line.</summary>
public enum ClassMoment
{
    Announce,
    KeepWarnedDates,
    OpenRegistration,
    ReleasePrioritySeats,
    AskAboutTooFew,
    EscalateTooFew,
    DecideAboutTooFew,
    MoveUp,
    CloseRegistration,
    Invite,
    RemindThreeDays,
    RemindOneDay,
    Begin,
    End,
    Postpone,
    AskForNewDates,
    GiveNewDates,
    Cancel,
    AskForReport,
    AskForEvidence,
    UploadEvidence,
    RemindReport,
    EscalateReport,
    FileReport,
    ReturnReport,
    ApproveReport,
}
