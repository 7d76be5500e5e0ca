namespace NtmServerless.Pages.Home;

/// <summary>The page on which a thing is done.</summary>
public static class AgendaPaths
{
    public static string Of(AgendaItem item) => item.Kind switch
    {
        AgendaKind.PlanClasses => ClassPaths.NewOf(item.RecordId),
        AgendaKind.AnnounceClass or AgendaKind.GiveNewDates => ClassPaths.Announcement(new(item.RecordId)),
        AgendaKind.DecideTooFew or AgendaKind.ConfirmHeld => ClassPaths.Of(new(item.RecordId)),
        AgendaKind.TellPeople => TellingPaths.Of(new(item.RecordId)),
        AgendaKind.LookAtList => RosterPaths.Of(new(item.RecordId)),
        AgendaKind.TakeAttendance => AttendancePaths.Of(new(item.RecordId), item.Number ?? 1),
        AgendaKind.UploadEvidence => EvidencePaths.Of(new(item.RecordId)),
        AgendaKind.ExplainDifference => EvidencePaths.Signatures(new(item.RecordId), item.Number ?? 1),
        AgendaKind.FileReport or AgendaKind.ReviseReport or AgendaKind.ApproveReport => ClassReportPaths.Of(new(item.RecordId)),
        AgendaKind.PlanTour => TourPaths.List,
        AgendaKind.AnnounceTour or AgendaKind.GiveTourNewDates or AgendaKind.NameTourMembers or AgendaKind.FileTourReport => TourPaths.Of(new(item.RecordId)),
        AgendaKind.ApprovePeriodicReport or AgendaKind.SubmitPeriodicReport => PeriodicReportPaths.Of(new(item.RecordId)),
        AgendaKind.AcceptDeclared => DeclarationPaths.Waiting,
        AgendaKind.CorrectDeclared => DeclarationPaths.Correct(new(item.RecordId)),
        AgendaKind.AnswerReport => PeriodicReportPaths.Answer(new(item.RecordId)),
        AgendaKind.LogCommunication => CommunicationPaths.List,
        _ => throw new ArgumentOutOfRangeException(nameof(item), item.Kind, null),
    };

    public static string? Of(ComingUp coming) => coming.Kind switch
    {
        ComingKind.RegistrationOpens or ComingKind.RegistrationCloses or ComingKind.SessionBegins => ClassPaths.Of(new(coming.RecordId)),
        ComingKind.NominationsClose or ComingKind.TourDeparts => TourPaths.Of(new(coming.RecordId)),
        _ => null,
    };
}
