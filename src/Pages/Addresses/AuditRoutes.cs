namespace NtmServerless.Pages.Addresses;

/// <summary>Where the pages of the audit trail answer.</summary>
public static class AuditRoutes
{
    public const string List = "can-bo/nhat-ky";
    public const string Export = List + "/xlsx";
}
