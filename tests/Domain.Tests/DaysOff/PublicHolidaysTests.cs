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

    private static DateOnly Day(string day) => DateOnly.Parse(day, null);
}
