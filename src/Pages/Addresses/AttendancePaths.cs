namespace NtmServerless.Pages.Addresses;

/// <summary>Addresses of the pages of attendance.</summary>
public static class AttendancePaths
{
    public static string Of(ClassId classId, int session) => Address.Of(AttendanceRoutes.One, classId, session);

    public static string WalkIn(ClassId classId, int session) => Address.Of(AttendanceRoutes.WalkIn, classId, session);

    public static string Export(ClassId classId) => Address.Of(AttendanceRoutes.Export, classId);

    public static string Upload(ClassId classId) => Address.Of(AttendanceRoutes.Upload, classId);

    public static string Save(ClassId classId) => Address.Of(AttendanceRoutes.Save, classId);
}
