namespace NtmServerless.Pages.Addresses;

/// <summary>Where the page of the practice clock answers.</summary>
public static class PracticeRoutes
{
    public const string Clock = "tap-du";
}
