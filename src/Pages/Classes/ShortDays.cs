using System.Globalization;

namespace NtmServerless.Pages.Classes;

/// <summary>Days where room is short and the year is known: in tables, on a life line.</summary>
internal static class ShortDays
{
    /// <summary>18/09.</summary>
    public static string Short(this DateOnly date) => date.ToString("dd/MM", CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Short(DateOnly)"/>
    public static string Short(this DateTimeOffset moment) => VietnamTime.DateOf(moment).Short();

    /// <summary>T6, 18/09: as calendars have it here.</summary>
    public static string InATable(this DateOnly date) =>
        $"{(date.DayOfWeek == DayOfWeek.Sunday ? "CN" : $"T{(int)date.DayOfWeek + 1}")}, {date.Short()}";
}
