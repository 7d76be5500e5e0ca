namespace NtmServerless.Domain.Tests.DaysOff;

/// <summary>
/// The lunar calendar of Vietnam after Hồ Ngọc Đức ("Thuật toán tính âm lịch"): months begin on the day of the new moon, the eleventh is the one
/// with the winter solstice, a month without a major solar term is leap; all by the clock of UTC+7. Moon and sun after Meeus, to the minute or so.
/// </summary>
internal static class VietnameseMoon
{
    private const double Zone = 7.0 / 24;
    private const double FirstNewMoon = 2415021.076998695, Month = 29.530588853;

    /// <summary>The day of the sun on which a day of the moon falls, in a month that is not leap.</summary>
    public static DateOnly DayOf(int lunarYear, int lunarMonth, int lunarDay)
    {
        int before = EleventhMonth(lunarYear - 1), after = EleventhMonth(lunarYear);
        if (lunarMonth >= 11) (before, after) = (after, EleventhMonth(lunarYear + 1));
        int first = (int)(0.5 + (before - FirstNewMoon) / Month), offset = (lunarMonth + 1) % 12;
        if (after - before > 365 && offset >= LeapOffset(before)) offset++;
        return FromJulian(NewMoonDay(first + offset) + lunarDay - 1);
    }

    // Days of the Julian count, each from midnight in Vietnam.
    private static int NewMoonDay(int k) => (int)Math.Floor(NewMoon(k) + 0.5 + Zone);

    private static int EleventhMonth(int year)
    {
        int lastDay = Julian(new DateOnly(year, 12, 31)), k = (int)((lastDay - 2415021) / Month), day = NewMoonDay(k);
        return SolarTwelfth(day) >= 9 ? NewMoonDay(k - 1) : day;
    }

    private static int LeapOffset(int eleventhMonth)
    {
        int k = (int)(0.5 + (eleventhMonth - FirstNewMoon) / Month), i = 1, last, arc = SolarTwelfth(NewMoonDay(k + 1));
        do
        {
            last = arc;
            i++;
            arc = SolarTwelfth(NewMoonDay(k + i));
        }
        while (arc != last && i < 14);
        return i - 1;
    }

    // Which twelfth of its way the sun is in at the day's beginning: 0 from the spring equinox.
    private static int SolarTwelfth(int day)
    {
        double t = (day - 0.5 - Zone - 2451545.0) / 36525, t2 = t * t, rad = Math.PI / 180;
        double anomaly = 357.52910 + 35999.05030 * t - 0.0001559 * t2 - 0.00000048 * t * t2;
        double mean = 280.46645 + 36000.76983 * t + 0.0003032 * t2;
        double centre = (1.914600 - 0.004817 * t - 0.000014 * t2) * Math.Sin(rad * anomaly)
            + (0.019993 - 0.000101 * t) * Math.Sin(rad * 2 * anomaly) + 0.000290 * Math.Sin(rad * 3 * anomaly);
        double longitude = (mean + centre) % 360;
        return (int)Math.Floor((longitude < 0 ? longitude + 360 : longitude) / 30);
    }

    private static double NewMoon(int k)
    {
        double t = k / 1236.85, t2 = t * t, t3 = t2 * t, rad = Math.PI / 180;
        double mean = 2415020.75933 + 29.53058868 * k + 0.0001178 * t2 - 0.000000155 * t3 + 0.00033 * Math.Sin((166.56 + 132.87 * t - 0.009173 * t2) * rad);
        double sun = (359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3) * rad;
        double moon = (306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3) * rad;
        double latitude = (21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3) * rad;
        double c = (0.1734 - 0.000393 * t) * Math.Sin(sun) + 0.0021 * Math.Sin(2 * sun) - 0.4068 * Math.Sin(moon) + 0.0161 * Math.Sin(2 * moon)
            - 0.0004 * Math.Sin(3 * moon) + 0.0104 * Math.Sin(2 * latitude) - 0.0051 * Math.Sin(sun + moon) - 0.0074 * Math.Sin(sun - moon)
            + 0.0004 * Math.Sin(2 * latitude + sun) - 0.0004 * Math.Sin(2 * latitude - sun) - 0.0006 * Math.Sin(2 * latitude + moon)
            + 0.0010 * Math.Sin(2 * latitude - moon) + 0.0005 * Math.Sin(2 * moon + sun);
        return mean + c + 0.000278 - 0.000265 * t - 0.000262 * t2;
    }

    private static int Julian(DateOnly day) => day.DayNumber + 1721426;

    private static DateOnly FromJulian(int day) => DateOnly.FromDayNumber(day - 1721426);
}
