namespace NtmServerless.Pages.Addresses;

/// <summary>Where the privacy page answers.</summary>
public static class PrivacyRoutes
{
    public const string Notice = "quyen-rieng-tu";
}
