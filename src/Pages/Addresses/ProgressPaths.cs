namespace NtmServerless.Pages.Addresses;

/// <summary>Addresses of the page of progress.</summary>
public static class ProgressPaths
{
    public const string Progress = "/" + ProgressRoutes.Progress;
    public const string Export = "/" + ProgressRoutes.Export;
}
