using System.Globalization;

namespace NtmServerless.Pages.Addresses;

/// <summary>Addresses of the pages of communication work.</summary>
public static class CommunicationPaths
{
    public const string List = "/" + CommunicationRoutes.List;
    public const string Export = "/" + CommunicationRoutes.Export;
    public const string Log = "/" + CommunicationRoutes.Log;

    public static string StrikeOut(DateOnly date, string activityId) =>
        Address.Of(CommunicationRoutes.StrikeOut, date.ToString("O", CultureInfo.InvariantCulture), activityId);
}
