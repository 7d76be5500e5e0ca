using Xunit;

namespace NtmServerless.Domain.Tests.DaysOff;

/// <summary>The days that the law and the yearly notices make holidays.</summary>
public sealed class PublicHolidaysTests
{
    [Theory]
    [InlineData("2024-01-01", Holiday.NewYear)]
    [InlineData("2024-02-08", Holiday.Tet)]
    [InlineData("2024-02-12", Holiday.Tet)]
    [InlineData("2024-02-13", Holiday.Compensation)]
    [InlineData("2024-02-14", Holiday.Compensation)]
    [InlineData("2024-02-15", null)]
    [InlineData("2024-04-18", Holiday.HungKings)]
    [InlineData("2024-04-29", Holiday.Swapped)]
    [InlineData("2024-04-30", Holiday.Reunification)]
    [InlineData("2024-05-01", Holiday.Labour)]
    [InlineData("2024-09-02", Holiday.Independence)]
    [InlineData("2024-09-03", Holiday.Independence)]
    [InlineData("2025-01-27", Holiday.Tet)]
    [InlineData("2025-01-31", Holiday.Tet)]
    [InlineData("2025-02-03", null)]
    [InlineData("2026-02-20", Holiday.Tet)]
    [InlineData("2026-04-27", Holiday.Compensation)]
    [InlineData("2027-05-03", Holiday.Compensation)]
    [InlineData("2030-02-07", Holiday.Compensation)]
    [InlineData("2099-04-30", Holiday.Reunification)]
    public void Of_EachYear_KnowsItsDays(string day, Holiday? wanted) =>
        Assert.Equal(wanted, PublicHolidays.Of(Day(day).Year).TryGetValue(Day(day), out Holiday found) ? found : null);

    [Fact]
    public void Of_EveryYearOfTheTable_GivesElevenDaysThatAreNotWorkedOtherwise()
    {
        // 1 + 5 + 1 + 1 + 1 + 2 (article 112); what falls on a weekend is made up for, so that nobody loses one.
        for (int year = PublicHolidays.Years.First; year <= PublicHolidays.Years.Last; year++)
        {
            int lost = PublicHolidays.Of(year).Count(d => d.Value != Holiday.Swapped && d.Key.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
            Assert.Equal((year, 11), (year, lost));
        }
    }

    [Fact]
    public void Swaps_EachOne_GivesADayForAWeekendDay()
    {
        for (int year = PublicHolidays.Years.First; year <= PublicHolidays.Years.Last; year++)
        {
            Assert.Equal(PublicHolidays.Of(year).Values.Count(h => h == Holiday.Swapped), PublicHolidays.Worked(year).Count());
            Assert.All(PublicHolidays.Worked(year), d => Assert.Equal(DayOfWeek.Saturday, d.DayOfWeek));
        }
    }

    // Tết is the first day of the moon's year and the five days hold it; the ancestors' day is the tenth of the third month (article 112, 1).
    [Fact]
    public void Of_EveryYearOfTheTable_HasTheDaysOfTheMoon_AsTheMoonHasThem()
    {
        for (int year = PublicHolidays.Years.First; year <= PublicHolidays.Years.Last; year++)
        {
            IReadOnlyDictionary<DateOnly, Holiday> days = PublicHolidays.Of(year);
            DateOnly newYear = VietnameseMoon.DayOf(year, 1, 1), first = days.First(d => d.Value == Holiday.Tet).Key;
            Assert.Equal((year, VietnameseMoon.DayOf(year, 3, 10)), (year, days.Single(d => d.Value == Holiday.HungKings).Key));
            // One day of the old year at the least, three at the most, as article 112 of each year's notices had it.
            Assert.InRange(newYear.DayNumber - first.DayNumber, 1, 3);
            Assert.Equal(5, days.Count(d => d.Value == Holiday.Tet));
            Assert.Equal(2, days.Count(d => d.Value == Holiday.Independence));
        }
    }

    [Theory]
    [InlineData(1985, "1985-01-21")]
    [InlineData(2007, "2007-02-17")]
    [InlineData(2024, "2024-02-10")]
    [InlineData(2025, "2025-01-29")]
    [InlineData(2030, "2030-02-02")]
    public void VietnameseMoon_InYearsOfOtherCalendarsToo_BeginsTheYearOnItsDay(int year, string day) =>
        Assert.Equal(Day(day), VietnameseMoon.DayOf(year, 1, 1));

    // Labour Code 2019, article 111, 3: a weekly day of rest that is a holiday is taken on the next working day.
    [Fact]
    public void Of_EveryYear_MakesUpForWeekendsOnTheNextWorkingDays()
    {
        for (int year = PublicHolidays.Years.First; year <= PublicHolidays.Years.Last + 20; year++)
        {
            IReadOnlyDictionary<DateOnly, Holiday> days = PublicHolidays.Of(year);
            DateOnly[] lost = [.. days.Where(d => d.Value is not (Holiday.Compensation or Holiday.Swapped) && IsWeekend(d.Key)).Select(d => d.Key)];
            DateOnly[] instead = [.. days.Where(d => d.Value == Holiday.Compensation).Select(d => d.Key)];
            Assert.Equal((year, lost.Length), (year, instead.Length));
            Assert.All(lost.Zip(instead), pair => Assert.All(
                Enumerable.Range(pair.First.DayNumber + 1, pair.Second.DayNumber - pair.First.DayNumber - 1).Select(DateOnly.FromDayNumber),
                between => Assert.True(IsWeekend(between) || days.ContainsKey(between))));
        }
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static DateOnly Day(string day) => DateOnly.Parse(day, null);
}
