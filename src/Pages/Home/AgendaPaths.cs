namespace NtmServerless.Pages.Home;

/// <summary>The page on which a thing is done.</summary>
public static class AgendaPaths
{
    public static string Of(AgendaItem item) => item.Kind switch
    {
        AgendaKind.PlanClasses => ClassPaths.NewOf(item.RecordId),
        AgendaKind.AnnounceClass or AgendaKind.GiveNewDates => ClassPaths.Announcement(item.RecordId),
        AgendaKind.DecideTooFew => ClassPaths.Of(item.RecordId),
        AgendaKind.LookAtList => RosterPaths.Of(item.RecordId),
        AgendaKind.TakeAttendance => AttendancePaths.Of(item.RecordId, item.Number ?? 1),
        AgendaKind.UploadEvidence => EvidencePaths.Of(item.RecordId),
        AgendaKind.ExplainDifference => EvidencePaths.Signatures(item.RecordId, item.Number ?? 1),
        AgendaKind.FileReport or AgendaKind.ReviseReport or AgendaKind.ApproveReport => ClassReportPaths.Of(item.RecordId),
        AgendaKind.PlanTour => TourPaths.List,
        AgendaKind.AnnounceTour or AgendaKind.GiveTourNewDates or AgendaKind.NameTourMembers or AgendaKind.FileTourReport => TourPaths.Of(item.RecordId),
        AgendaKind.ApprovePeriodicReport or AgendaKind.SubmitPeriodicReport => PeriodicReportPaths.Of(item.RecordId),
        AgendaKind.AnswerReport => PeriodicReportPaths.Answer(item.RecordId),
        AgendaKind.LogCommunication => CommunicationPaths.List,
        _ => throw new ArgumentOutOfRangeException(nameof(item), item.Kind, null),
    };

    public static string? Of(ComingUp coming) => coming.Kind switch
    {
        ComingKind.RegistrationOpens or ComingKind.RegistrationCloses or ComingKind.SessionBegins => ClassPaths.Of(coming.RecordId),
        ComingKind.NominationsClose or ComingKind.TourDeparts => TourPaths.Of(coming.RecordId),
        _ => null,
    };
}
