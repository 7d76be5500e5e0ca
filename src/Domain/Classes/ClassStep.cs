namespace NtmServerless.Domain.Classes;

/// <summary>A step of the lifecycle that happens by itself when its time has come.</summary>
public enum ClassStep
{
    MoveUp,
    OpenRegistration,
    ReleasePrioritySeats,
    AskAboutTooFew,
    EscalateTooFew,
    CloseRegistration,
    Invite,
    RemindThreeDays,
    RemindOneDay,
    Begin,
    End,
    AskForReport,
    AskForEvidence,
    RemindReport,
    EscalateReport,
    AskForNewDates,
}
