using System.Globalization;

namespace NtmServerless.Texts;

/// <summary>Dates, times and numbers as they are said and written in Vietnam (vi-VN; moments at UTC+7).</summary>
public static class Vietnamese
{
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("vi-VN");
    private static readonly string[] Weekdays = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];

    /// <summary>Of a week that begins with Sunday.</summary>
    public static IReadOnlyList<string> WeekdayNames => Weekdays;

    /// <summary>08/04/2024.</summary>
    public static string Date(DateOnly date) => date.ToString("dd/MM/yyyy", Culture);

    /// <summary>08/04/2024, the day in Vietnam.</summary>
    public static string Date(DateTimeOffset moment) => Date(VietnamTime.DateOf(moment));

    /// <summary>thứ Hai, 08/04/2024.</summary>
    public static string Day(DateOnly date) => $"{Weekdays[(int)date.DayOfWeek]}, {Date(date)}";

    /// <summary>thứ Hai, 08/04: where the year is known.</summary>
    public static string DayAndMonth(DateOnly date) => $"{Weekdays[(int)date.DayOfWeek]}, {date.ToString("dd/MM", Culture)}";

    /// <summary>Thứ Hai, standing alone.</summary>
    public static string Weekday(DateOnly date)
    {
        string name = Weekdays[(int)date.DayOfWeek];
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    /// <summary>7 giờ 30.</summary>
    public static string Hour(DateTimeOffset moment)
    {
        DateTimeOffset local = moment.ToOffset(VietnamTime.Offset);
        return local.Minute == 0 ? $"{local.Hour} giờ" : $"{local.Hour} giờ {local.Minute:00}";
    }

    /// <summary>7 giờ 30 ngày 08/04/2024.</summary>
    public static string Moment(DateTimeOffset moment) => $"{Hour(moment)} ngày {Date(moment)}";

    /// <summary>thứ Hai, 08/04/2024, 7 giờ 30.</summary>
    public static string DayAndHour(DateTimeOffset moment) => $"{Day(VietnamTime.DateOf(moment))}, {Hour(moment)}";

    /// <summary>thứ Hai, 08/04/2024, từ 7 giờ 30 đến 11 giờ.</summary>
    public static string Span(DateTimeOffset from, DateTimeOffset to) =>
        $"{Day(VietnamTime.DateOf(from))}, từ {Hour(from)} đến {Hour(to)}";

    /// <summary>1.234.567.</summary>
    public static string Number(IFormattable number) => number.ToString("N0", Culture);

    /// <summary>25,6%; a dash where there is nothing to compare with.</summary>
    public static string Share(long part, long whole) => whole == 0 ? "–" : ((double)part / whole).ToString("0.#%", Culture);

    /// <summary>A text as it begins a sentence.</summary>
    public static string Begun(string text) => char.ToUpper(text[0], Culture) + text[1..];

    /// <summary>1.234.567 đồng.</summary>
    public static string Money(long amount) => $"{Number(amount)} đồng";
}
