namespace NtmServerless.Pages.Addresses;

/// <summary>Where the pages of a class's report answer.</summary>
public static class ClassReportRoutes
{
    public const string One = ClassRoutes.One + "/bao-cao";
    public const string Return = One + "/tra-lai";
    public const string Approve = One + "/duyet";
}
