namespace NtmServerless.Pages.Addresses;

/// <summary>Addresses of the pages of a class's report.</summary>
public static class ClassReportPaths
{
    public static string Of(string classId) => Address.Of(ClassReportRoutes.One, classId);

    public static string Return(string classId) => Address.Of(ClassReportRoutes.Return, classId);

    public static string Approve(string classId) => Address.Of(ClassReportRoutes.Approve, classId);
}
