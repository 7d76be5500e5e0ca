using System.Globalization;

namespace NtmServerless.Pages.Addresses;

/// <summary>Addresses of the pages of communication work.</summary>
public static class CommunicationPaths
{
    public const string List = "/" + CommunicationRoutes.List;
    public const string Export = "/" + CommunicationRoutes.Export;
    public const string Log = "/" + CommunicationRoutes.Log;

    /// <summary>The list of what a unit did on a day.</summary>
    public static string OfDay(DateOnly day, string unitId) =>
        string.Create(CultureInfo.InvariantCulture, $"{List}?tu={day:yyyy-MM-dd}&den={day:yyyy-MM-dd}&don-vi={unitId}");

    public static string StrikeOut(DateOnly date, string activityId) =>
        Address.Of(CommunicationRoutes.StrikeOut, date.ToString("O", CultureInfo.InvariantCulture), activityId);
}
