using System.Collections.Concurrent;

namespace NtmServerless.Domain.DaysOff;

/// <summary>
/// The public holidays of Vietnam (Labour Code 2019, article 112): 1/1, five days at Tết, 10/3 of the moon, 30/4, 1/5, 2/9 with one day
/// beside it. What falls on a weekend is made up for on the next working day (article 111, 3): reckoned here.
/// The days of the moon, 1/1 and 10/3, stand in the table and are reckoned anew by the tests from new moons and solar terms (UTC+7).
/// What the Prime Minister decides each year (article 112, 3) cannot be reckoned: which five days at Tết, which day beside 2/9, and working days
/// exchanged for Saturdays. For a year that is not announced yet the table has the habit; the office corrects it on the page of days off when the
/// yearly notice comes.
/// </summary>
public static class PublicHolidays
{
    private const int TetDays = 5;

    // 2024 to 2026 as the Prime Minister and the Ministry of Labour (of Home Affairs since 2025) announced them, written down by hand. After that by
    // habit: from the last day of the lunar year, and beside 2/9 the day that makes the longer rest.
    // Outside the table only the fixed days are known; an office adds what was decided for it.
    private static readonly Dictionary<int, Decided> Table = new()
    {
        [2024] = new(new(2024, 2, 8), new(2024, 4, 18), new(2024, 9, 3), new Swap(new(2024, 4, 29), new(2024, 5, 4))),
        [2025] = new(new(2025, 1, 27), new(2025, 4, 7), new(2025, 9, 1), new Swap(new(2025, 5, 2), new(2025, 4, 26))),
        [2026] = new(new(2026, 2, 16), new(2026, 4, 26), new(2026, 9, 1),
            new(new(2026, 1, 2), new(2026, 1, 10)), new(new(2026, 8, 31), new(2026, 8, 22))),
        [2027] = new(new(2027, 2, 5), new(2027, 4, 16), new(2027, 9, 3)),
        [2028] = new(new(2028, 1, 25), new(2028, 4, 4), new(2028, 9, 1)),
        [2029] = new(new(2029, 2, 12), new(2029, 4, 23), new(2029, 9, 3)),
        [2030] = new(new(2030, 2, 1), new(2030, 4, 12), new(2030, 9, 3)),
    };

    private static readonly ConcurrentDictionary<int, IReadOnlyDictionary<DateOnly, Holiday>> Known = new();

    /// <summary>The years whose days of the moon are in the table.</summary>
    public static (int First, int Last) Years => (Table.Keys.Min(), Table.Keys.Max());

    /// <summary>Every holiday of a calendar year, those on weekends and the days that make up for them included.</summary>
    public static IReadOnlyDictionary<DateOnly, Holiday> Of(int year) => Known.GetOrAdd(year, Reckon);

    /// <summary>Saturdays of a calendar year that are worked in exchange for a day off.</summary>
    public static IEnumerable<DateOnly> Worked(int year) => Table.TryGetValue(year, out Decided? decided) ? decided.Swaps.Select(s => s.Worked) : [];

    /// <summary>The day off in exchange for which a day is worked; null where it is worked for none.</summary>
    public static DateOnly? OffFor(DateOnly worked) => Table.GetValueOrDefault(worked.Year)?.Swaps.FirstOrDefault(s => s.Worked == worked)?.Off;

    private static SortedDictionary<DateOnly, Holiday> Reckon(int year)
    {
        SortedDictionary<DateOnly, Holiday> days = new()
        {
            [new(year, 1, 1)] = Holiday.NewYear,
            [new(year, 4, 30)] = Holiday.Reunification,
            [new(year, 5, 1)] = Holiday.Labour,
            [new(year, 9, 2)] = Holiday.Independence,
        };
        Decided? decided = Table.GetValueOrDefault(year);
        if (decided is not null)
        {
            for (int i = 0; i < TetDays; i++) days[decided.Tet.AddDays(i)] = Holiday.Tet;
            days[decided.HungKings] = Holiday.HungKings;
            days[decided.BesideIndependence] = Holiday.Independence;
        }

        foreach (DateOnly lost in days.Keys.Where(IsWeekend).ToArray())
        {
            DateOnly instead = lost;
            while (IsWeekend(instead) || days.ContainsKey(instead)) instead = instead.AddDays(1);
            days[instead] = Holiday.Compensation;
        }

        foreach (Swap swap in decided?.Swaps ?? []) days[swap.Off] = Holiday.Swapped;
        return days;
    }

    internal static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private sealed record Swap(DateOnly Off, DateOnly Worked);

    private sealed record Decided(DateOnly Tet, DateOnly HungKings, DateOnly BesideIndependence, params IReadOnlyList<Swap> Swaps);
}
