namespace NtmServerless.Pages.Addresses;

/// <summary>Where the pages of communication work answer.</summary>
public static class CommunicationRoutes
{
    public const string List = "can-bo/truyen-thong";
    public const string Export = List + "/xlsx";
    public const string Log = List + "/ghi";
    public const string StrikeOut = List + "/rut/{date}/{activityId}";
}
