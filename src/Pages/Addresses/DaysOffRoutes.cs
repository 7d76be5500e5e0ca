namespace NtmServerless.Pages.Addresses;

/// <summary>Where the pages of days off answer.</summary>
public static class DaysOffRoutes
{
    public const string List = "can-bo/ngay-nghi";
    public const string Settings = List + "/cach-tinh";
}
