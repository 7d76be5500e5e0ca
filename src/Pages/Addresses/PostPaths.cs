namespace NtmServerless.Pages.Addresses;

/// <summary>Addresses of the pages of the post, and of what a notice is about.</summary>
public static class PostPaths
{
    public const string Inbox = "/" + PostRoutes.Inbox;
    public const string Unread = Inbox + "?chua-doc=1";
    public const string Messages = "/" + PostRoutes.Messages;
    public const string Notices = "/" + PostRoutes.Notices;
    public const string Failed = Messages + "?tinh-trang=failed";

    /// <summary>The page where an officer does something about it.</summary>
    public static string Of(PostSubject about, NoticeKind kind) => about.Kind switch
    {
        PostSubjectKind.Class => ClassPaths.Of(new(about.Id)),
        PostSubjectKind.Tour => TourPaths.Of(new(about.Id)),
        PostSubjectKind.Report when kind is NoticeKind.PeriodicReportAsked => PeriodicReportPaths.Answer(new(about.Id)),
        PostSubjectKind.Report => PeriodicReportPaths.Of(new(about.Id)),
        PostSubjectKind.Declaration when kind is NoticeKind.DeclarationSent => DeclarationPaths.Waiting,
        PostSubjectKind.Declaration => DeclarationPaths.Of(new(about.Id)),
        PostSubjectKind.Account => AccountPaths.Of(about.Id),
        _ => Failed,
    };

    public static string OpenEntry(string entryId) => Address.Of(PostRoutes.OpenEntry, entryId);

    public static string SendAgain(string messageId) => Address.Of(PostRoutes.SendAgain, messageId);

    public static string Notice(NoticeKind kind) => Address.Of(PostRoutes.Notice, Codes.Key(kind));

    public static string Contacts(string unitId) => Address.Of(PostRoutes.Contacts, unitId);
}
