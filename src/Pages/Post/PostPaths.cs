namespace NtmServerless.Pages.Post;

/// <summary>Addresses of the post, and of what a notice is about.</summary>
public static class PostPaths
{
    public const string Inbox = "/can-bo/hop-thu";
    public const string Messages = "/can-bo/tin-gui";

    /// <summary>The page where an officer does something about it.</summary>
    public static string Of(PostSubject about, NoticeKind kind) => about.Kind switch
    {
        PostSubjectKind.Class => $"/can-bo/lop/{about.Id}",
        PostSubjectKind.Tour => $"/can-bo/tham-quan/{about.Id}",
        PostSubjectKind.Report when kind is NoticeKind.PeriodicReportAsked => $"/can-bo/bao-cao/{about.Id}/so-lieu",
        PostSubjectKind.Report => $"/can-bo/bao-cao/{about.Id}",
        PostSubjectKind.Account => $"/can-bo/tai-khoan/{about.Id}",
        _ => $"{Messages}?tinh-trang=failed",
    };

    public static string Contacts(string unitId) => $"/can-bo/don-vi/{unitId}/lien-lac";
}
