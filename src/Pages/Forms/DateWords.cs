using System.Globalization;

namespace NtmServerless.Pages.Forms;

/// <summary>What a date or time field holds, in words: a browser writes it in the order of its own language, and 04/05 may be April or May.</summary>
public static class DateWords
{
    public const string Day = "date";
    public const string DayAndHour = "datetime-local";
    public const string Hour = "time";

    /// <summary>Whether a field of this type is written by the browser in its own order.</summary>
    public static bool Needs(string type) => type is Day or DayAndHour or Hour;

    /// <summary>thứ Sáu, 05/04/2024, 17 giờ; null while nothing is chosen, and where it is no date.</summary>
    public static string? Of(string type, string? value) => type switch
    {
        Day when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) => Vietnamese.Day(day),
        DayAndHour when Local(value, "yyyy-MM-dd'T'HH:mm") is { } moment => Vietnamese.DayAndHour(moment),
        Hour when Local(value, "HH:mm") is { } moment => Vietnamese.Hour(moment),
        _ => null,
    };

    // Seconds are cut off: a browser may write them, nobody says them.
    private static DateTimeOffset? Local(string? value, string form) =>
        DateTime.TryParseExact(
            value?[..Math.Min(value.Length, form.Count(c => c != '\''))], form, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime local)
            ? new DateTimeOffset(local, VietnamTime.Offset)
            : null;
}
