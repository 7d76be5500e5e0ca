namespace NtmServerless.Pages.Addresses;

/// <summary>Where the pages of the languages answer.</summary>
public static class LanguageRoutes
{
    public const string List = "can-bo/ngon-ngu";
    public const string One = List + "/{tag}";
    public const string File = One + "/loi";
}
