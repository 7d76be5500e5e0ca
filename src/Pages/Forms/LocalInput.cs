using System.Globalization;

namespace NtmServerless.Pages.Forms;

/// <summary>Values of date and time inputs, in Vietnam's time.</summary>
public static class LocalInput
{
    /// <summary>2024-04-08T07:30, as datetime-local wants it.</summary>
    public static string Moment(DateTimeOffset moment) =>
        moment.ToOffset(VietnamTime.Offset).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    /// <summary>2024-04-08, as date wants it.</summary>
    public static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>07:30, as time wants it.</summary>
    public static string Time(DateTimeOffset moment) => moment.ToOffset(VietnamTime.Offset).ToString("HH:mm", CultureInfo.InvariantCulture);
}
