namespace NtmServerless.Pages.Addresses;

/// <summary>Where words to look for people are posted.</summary>
public static class PersonSearchRoutes
{
    public const string Search = HomeRoutes.Home + "/tim-nguoi";
}
