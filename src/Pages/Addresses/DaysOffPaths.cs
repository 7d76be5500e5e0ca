namespace NtmServerless.Pages.Addresses;

/// <summary>Addresses of the pages of days off.</summary>
public static class DaysOffPaths
{
    public const string List = "/" + DaysOffRoutes.List;
    public const string Settings = "/" + DaysOffRoutes.Settings;

    /// <summary>Name of the parameter with the calendar year.</summary>
    public const string YearParameter = "nam";

    public static string InYear(int year) => $"{List}?{YearParameter}={year}";
}
