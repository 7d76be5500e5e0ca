using Xunit;

namespace NtmServerless.Domain.Tests.Time;

public sealed class VietnamTimeTests
{
    [Theory]
    [InlineData("2024-05-01T16:59:59Z", 2024, 5, 1)]
    [InlineData("2024-05-01T17:00:00Z", 2024, 5, 2)]
    [InlineData("2023-12-31T17:00:00Z", 2024, 1, 1)]
    [InlineData("2024-02-29T00:00:00-05:00", 2024, 2, 29)]
    public void DateOf_AMoment_IsTheDateInVietnam(string moment, int year, int month, int day) => Assert.Equal(
        new DateOnly(year, month, day), VietnamTime.DateOf(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(1999, false)]
    [InlineData(2000, true)]
    [InlineData(2100, true)]
    [InlineData(2101, false)]
    public void IsWithinReach_ADateOfAPlansYear(int year, bool within) => Assert.Equal(within, VietnamTime.IsWithinReach(new DateOnly(year, 1, 1)));

    [Fact]
    public void StartOf_ADate_IsFiveInTheAfternoonBeforeInUtc()
    {
        DateTimeOffset start = VietnamTime.StartOf(new DateOnly(2024, 1, 1));
        Assert.Equal(new DateTimeOffset(2023, 12, 31, 17, 0, 0, TimeSpan.Zero), start);
        Assert.Equal(TimeSpan.Zero, start.Offset);
    }
}
