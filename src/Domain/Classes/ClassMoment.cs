namespace NtmServerless.Domain.Classes;

/// <summary>Something that happens once in the life of a class and belongs on its time line.</summary>
public enum ClassMoment
{
    Announce,
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

/// <summary>Who makes it happen.</summary>
public enum MomentBy
{
    /// <summary>The lifecycle, by itself.</summary>
    Lifecycle,
    LeadUnit,

    /// <summary>The office that approves reports.</summary>
    Office,
}

/// <summary>Whether it happened, is what the class waits for now, or comes later if all goes as planned.</summary>
public enum MomentState
{
    Done,
    Next,
    Expected,
}
