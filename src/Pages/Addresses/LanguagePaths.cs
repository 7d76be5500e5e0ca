namespace NtmServerless.Pages.Addresses;

/// <summary>Addresses of the pages of the languages.</summary>
public static class LanguagePaths
{
    public const string List = "/" + LanguageRoutes.List;

    public static string Of(string tag) => Address.Of(LanguageRoutes.One, tag);

    public static string File(string tag) => Address.Of(LanguageRoutes.File, tag);
}
