namespace NtmServerless.Documents.Writing;

/// <summary>Dates and times as an announcer says them: everything in words.</summary>
public static class SpokenTime
{
    private static readonly (int Until, string Name)[] PartsOfTheDay = [(11, "sáng"), (13, "trưa"), (18, "chiều"), (24, "tối")];

    // The fourth month has a name of its own; the first and the twelfth are said as numbers on the radio.
    private const int April = 4;
    private const int FirstDaysUntil = 10;

    /// <summary>"thứ Hai, ngày hai mươi tháng năm năm hai nghìn không trăm hai mươi tư"; the first ten days are "mùng".</summary>
    public static string Day(DateOnly date) =>
        $"{WrittenDate.Weekday(date)}, ngày {(date.Day <= FirstDaysUntil ? "mùng " : "")}{NumberWords.Of(date.Day)} tháng {Month(date.Month)} năm {NumberWords.Of(date.Year)}";

    /// <summary>"bảy giờ ba mươi phút sáng".</summary>
    public static string Hour(DateTimeOffset moment)
    {
        DateTimeOffset local = moment.ToOffset(VietnamTime.Offset);
        string part = PartsOfTheDay.First(p => local.Hour < p.Until).Name;
        int hour = local.Hour > 12 ? local.Hour - 12 : local.Hour;
        return $"{NumberWords.Of(hour)} giờ {(local.Minute == 0 ? "" : $"{NumberWords.Of(local.Minute)} phút ")}{part}";
    }

    private static string Month(int month) => month == April ? "tư" : NumberWords.Of(month);
}
