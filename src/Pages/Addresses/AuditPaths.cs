namespace NtmServerless.Pages.Addresses;

/// <summary>Addresses of the pages of the audit trail.</summary>
public static class AuditPaths
{
    public const string List = "/" + AuditRoutes.List;
    public const string Export = "/" + AuditRoutes.Export;
}
