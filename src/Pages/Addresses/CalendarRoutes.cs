namespace NtmServerless.Pages.Addresses;

/// <summary>Where an officer's calendar answers, and where its address is changed.</summary>
public static class CalendarRoutes
{
    public const string Feed = "lich/{secret}/viec-cua-toi.ics";
    public const string Renew = AccountRoutes.Mine + "/lich";
    public const string Remove = Renew + "/bo";
}
