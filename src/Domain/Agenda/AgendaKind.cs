namespace NtmServerless.Domain.Agenda;

/// <summary>What an officer can be waited for. On one day, what comes first here goes first.</summary>
public enum AgendaKind
{
    TellPeople,
    TakeAttendance,
    ConfirmHeld,
    DecideTooFew,
    AnnounceClass,
    LookAtList,
    GiveNewDates,
    UploadEvidence,
    ExplainDifference,
    FileReport,
    ReviseReport,
    ApproveReport,
    AcceptDeclared,
    CorrectDeclared,
    ApprovePeriodicReport,
    AnswerReport,
    SubmitPeriodicReport,
    NameTourMembers,
    AnnounceTour,
    GiveTourNewDates,
    FileTourReport,
    LogCommunication,
    PlanClasses,
    PlanTour,
}
