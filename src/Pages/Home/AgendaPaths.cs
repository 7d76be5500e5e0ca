namespace NtmServerless.Pages.Home;

/// <summary>The page on which a thing is done.</summary>
internal static class AgendaPaths
{
    public static string Of(AgendaItem item) => item.Kind switch
    {
        AgendaKind.PlanClasses => $"/can-bo/lop/moi?noi-dung={item.RecordId}",
        AgendaKind.AnnounceClass or AgendaKind.GiveNewDates => $"/can-bo/lop/{item.RecordId}/thong-bao",
        AgendaKind.DecideTooFew => $"/can-bo/lop/{item.RecordId}",
        AgendaKind.LookAtList => $"/can-bo/lop/{item.RecordId}/danh-sach",
        AgendaKind.TakeAttendance => $"/can-bo/lop/{item.RecordId}/diem-danh/{item.Number}",
        AgendaKind.UploadEvidence => $"/can-bo/lop/{item.RecordId}/minh-chung",
        AgendaKind.ExplainDifference => $"/can-bo/lop/{item.RecordId}/chu-ky/{item.Number}",
        AgendaKind.FileReport or AgendaKind.ReviseReport or AgendaKind.ApproveReport => $"/can-bo/lop/{item.RecordId}/bao-cao",
        AgendaKind.PlanTour => "/can-bo/tham-quan",
        AgendaKind.AnnounceTour or AgendaKind.GiveTourNewDates or AgendaKind.NameTourMembers or AgendaKind.FileTourReport => $"/can-bo/tham-quan/{item.RecordId}",
        AgendaKind.ApprovePeriodicReport or AgendaKind.SubmitPeriodicReport => $"/can-bo/bao-cao/{item.RecordId}",
        AgendaKind.AnswerReport => $"/can-bo/bao-cao/{item.RecordId}/so-lieu",
        AgendaKind.LogCommunication => "/can-bo/truyen-thong",
        _ => throw new ArgumentOutOfRangeException(nameof(item), item.Kind, null),
    };

    public static string? Of(ComingUp coming) => coming.Kind switch
    {
        ComingKind.RegistrationOpens or ComingKind.RegistrationCloses or ComingKind.SessionBegins => $"/can-bo/lop/{coming.RecordId}",
        ComingKind.NominationsClose or ComingKind.TourDeparts => $"/can-bo/tham-quan/{coming.RecordId}",
        _ => null,
    };
}
