namespace NtmServerless.Pages.Addresses;

/// <summary>Address of an officer's first page.</summary>
public static class HomePaths
{
    public const string Home = "/" + HomeRoutes.Home;
}
