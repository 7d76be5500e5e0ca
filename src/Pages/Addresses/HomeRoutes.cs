namespace NtmServerless.Pages.Addresses;

/// <summary>Where an officer's first page answers.</summary>
public static class HomeRoutes
{
    public const string Home = "can-bo";
}
