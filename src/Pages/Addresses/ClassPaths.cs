namespace NtmServerless.Pages.Addresses;

/// <summary>Addresses of the officers' pages of classes.</summary>
public static class ClassPaths
{
    public const string List = "/" + ClassRoutes.List;
    public const string Export = "/" + ClassRoutes.Export;
    public const string New = "/" + ClassRoutes.New;

    /// <summary>How the plan's classes are dealt out.</summary>
    public const string Shares = "/" + ClassRoutes.Shares;

    public static string Of(ClassId classId) => Address.Of(ClassRoutes.One, classId);

    public static string Announcement(ClassId classId) => Address.Of(ClassRoutes.Announcement, classId);

    public static string Preview(ClassId classId) => Address.Of(ClassRoutes.Preview, classId);

    public static string Extend(ClassId classId) => Address.Of(ClassRoutes.Extend, classId);

    public static string GoOn(ClassId classId) => Address.Of(ClassRoutes.GoOn, classId);

    public static string Seats(ClassId classId) => Address.Of(ClassRoutes.Seats, classId);

    public static string Postpone(ClassId classId) => Address.Of(ClassRoutes.Postpone, classId);

    public static string Cancel(ClassId classId) => Address.Of(ClassRoutes.Cancel, classId);

    public static string TransferLead(ClassId classId) => Address.Of(ClassRoutes.TransferLead, classId);

    public static string NotHeld(ClassId classId) => Address.Of(ClassRoutes.NotHeld, classId);

    public static string EndEarly(ClassId classId) => Address.Of(ClassRoutes.EndEarly, classId);

    /// <summary>The form of a new class of a stream.</summary>
    public static string NewOf(string streamId) => $"{New}?noi-dung={streamId}";
}
