namespace NtmServerless.Pages.Addresses;

/// <summary>Where the page of progress answers.</summary>
public static class ProgressRoutes
{
    public const string Progress = "can-bo/tien-do";
    public const string Export = Progress + "/xlsx";
}
