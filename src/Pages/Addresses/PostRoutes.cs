namespace NtmServerless.Pages.Addresses;

/// <summary>Where the pages of the post answer.</summary>
public static class PostRoutes
{
    public const string Inbox = "can-bo/hop-thu";
    public const string OpenEntry = Inbox + "/mo/{entryId}";
    public const string Messages = "can-bo/tin-gui";
    public const string SendAgain = Messages + "/{messageId}/gui-lai";
    public const string Notices = "can-bo/loi-bao";
    public const string Notice = Notices + "/{kind}";
    public const string Contacts = UnitRoutes.One + "/lien-lac";
}
