namespace NtmServerless.Pages.Addresses;

/// <summary>Address of an officer's calendar, and where it is changed.</summary>
public static class CalendarPaths
{
    public const string Renew = "/" + CalendarRoutes.Renew;
    public const string Remove = "/" + CalendarRoutes.Remove;

    public static string Feed(string secret) => Address.Of(CalendarRoutes.Feed, secret);
}
