namespace NtmServerless.Functions.Post;

/// <summary>From whom a notice comes, as its reader sees it: what somebody decided comes from their unit, what is due comes by itself.</summary>
internal static class NoticeSenders
{
    /// <param name="leadUnitId">Unit that leads the class or the tour; null: it is about neither.</param>
    /// <returns>Null: it came by itself.</returns>
    public static string? Of(NoticeKind kind, string? leadUnitId, Plan plan) => kind switch
    {
        NoticeKind.ClassAnnounced or NoticeKind.ClassExtended or NoticeKind.ClassPostponed or NoticeKind.ClassRescheduled
            or NoticeKind.ClassCancelled or NoticeKind.ReportSubmitted or NoticeKind.TourAnnounced or NoticeKind.TourPostponed
            or NoticeKind.TourCancelled => leadUnitId is null ? null : plan.UnitName(leadUnitId),
        NoticeKind.ReportReturned or NoticeKind.ReportApproved or NoticeKind.DeclarationReturned
            or NoticeKind.DeclarationAccepted => plan.UnitName(plan.FindOffice()),
        NoticeKind.PeriodicReportReturned or NoticeKind.PeriodicReportIssued => plan.IssuingBody,
        _ => null,
    };
}
