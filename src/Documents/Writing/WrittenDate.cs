namespace NtmServerless.Documents.Writing;

/// <summary>
/// Dates as Decree 30/2020/NĐ-CP, appendix I, part II, wants them: a day below 10 and the months 1 and 2 get a zero in
/// front, the other months do not.
/// </summary>
public static class WrittenDate
{
    private const string Blank = "      ";
    private static readonly string[] Weekdays = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];

    /// <summary>"ngày 05 tháng 3 năm 2024". What is null stays blank to be filled in by hand.</summary>
    public static string InFull(int? day, int? month, int? year) =>
        $"ngày {(day is { } d ? Day(d) : Blank)} tháng {(month is { } m ? Month(m) : Blank)} năm {(year is { } y ? $"{y}" : Blank)}";

    public static string InFull(DateOnly date) => InFull(date.Day, date.Month, date.Year);

    /// <summary>"05/3/2024", as dates stand in running text.</summary>
    public static string InText(DateOnly date) => $"{Day(date.Day)}/{Month(date.Month)}/{date.Year}";

    /// <summary>"thứ Hai", "Chủ nhật".</summary>
    public static string Weekday(DateOnly date) => Weekdays[(int)date.DayOfWeek];

    /// <summary>"thứ Hai, ngày 05/3/2024".</summary>
    public static string WithWeekday(DateOnly date) => $"{Weekday(date)}, ngày {InText(date)}";

    /// <summary>"ngày 20/5/2024", or "từ ngày 20/5/2024 đến ngày 21/5/2024".</summary>
    public static string Span(DateOnly from, DateOnly to) => from == to ? $"ngày {InText(from)}" : $"từ ngày {InText(from)} đến ngày {InText(to)}";

    private static string Day(int day) => $"{day:00}";

    private static string Month(int month) => month <= 2 ? $"{month:00}" : $"{month}";
}
