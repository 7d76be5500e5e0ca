namespace NtmServerless.Pages.Addresses;

/// <summary>Addresses of the pages of a class's report.</summary>
public static class ClassReportPaths
{
    public static string Of(ClassId classId) => Address.Of(ClassReportRoutes.One, classId);

    public static string Return(ClassId classId) => Address.Of(ClassReportRoutes.Return, classId);

    public static string Approve(ClassId classId) => Address.Of(ClassReportRoutes.Approve, classId);
}
