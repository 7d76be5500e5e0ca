namespace NtmServerless.Pages.Addresses;

/// <summary>Address of the privacy page.</summary>
public static class PrivacyPaths
{
    public const string Notice = "/" + PrivacyRoutes.Notice;
}
