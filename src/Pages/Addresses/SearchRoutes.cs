namespace NtmServerless.Pages.Addresses;

/// <summary>Where an officer looks for anything.</summary>
public static class SearchRoutes
{
    public const string Search = HomeRoutes.Home + "/tim";
}
