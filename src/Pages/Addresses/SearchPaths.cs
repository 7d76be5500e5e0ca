namespace NtmServerless.Pages.Addresses;

/// <summary>Address of the page where an officer looks for anything.</summary>
public static class SearchPaths
{
    public const string Search = "/" + SearchRoutes.Search;
}
