namespace NtmServerless.Domain.Time;

/// <summary>
/// Monday to Friday without the public holidays that fall on fixed days of the calendar (Labour Code 2019, article 112: 1/1,
/// 30/4, 1/5, 2/9). So the days of reports were reckoned before their dates were kept; those that run go on by it. Everything that is asked
/// now is reckoned by the calendar of days off, which knows Tết, the days of the moon and the office's corrections.
/// </summary>
public static class WorkingDays
{
    public static bool IsOne(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        && (day.Day, day.Month) is not ((1, 1) or (30, 4) or (1, 5) or (2, 9));

    /// <summary>The working day that is so many working days after a day; 0: the day itself.</summary>
    public static DateOnly After(DateOnly day, int count)
    {
        while (count > 0)
        {
            day = day.AddDays(1);
            if (IsOne(day)) count--;
        }

        return day;
    }
}
