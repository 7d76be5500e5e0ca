namespace NtmServerless.Pages.Addresses;

/// <summary>Addresses of the officers' pages of classes.</summary>
public static class ClassPaths
{
    public const string List = "/" + ClassRoutes.List;
    public const string Export = "/" + ClassRoutes.Export;
    public const string New = "/" + ClassRoutes.New;

    public static string Of(string classId) => Address.Of(ClassRoutes.One, classId);

    public static string Announcement(string classId) => Address.Of(ClassRoutes.Announcement, classId);

    public static string Preview(string classId) => Address.Of(ClassRoutes.Preview, classId);

    public static string Extend(string classId) => Address.Of(ClassRoutes.Extend, classId);

    public static string GoOn(string classId) => Address.Of(ClassRoutes.GoOn, classId);

    public static string Seats(string classId) => Address.Of(ClassRoutes.Seats, classId);

    public static string Postpone(string classId) => Address.Of(ClassRoutes.Postpone, classId);

    public static string Cancel(string classId) => Address.Of(ClassRoutes.Cancel, classId);

    /// <summary>The form of a new class of a stream.</summary>
    public static string NewOf(string streamId) => $"{New}?noi-dung={streamId}";
}
