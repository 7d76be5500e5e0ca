namespace NtmServerless.Pages.Addresses;

/// <summary>Addresses of the page of the system's state.</summary>
public static class StatusPaths
{
    public const string Status = "/" + StatusRoutes.Status;
    public const string Look = "/" + StatusRoutes.Look;
}
