using Xunit;

namespace NtmServerless.Domain.Tests.Time;

public sealed class WorkingDaysTests
{
    [Theory]
    [InlineData("2024-05-15", 0, "2024-05-15")]
    [InlineData("2024-05-15", 2, "2024-05-17")]
    [InlineData("2024-05-15", 5, "2024-05-22")]
    [InlineData("2024-12-15", 5, "2024-12-20")]
    [InlineData("2024-04-29", 1, "2024-05-02")]
    [InlineData("2024-08-30", 1, "2024-09-03")]
    [InlineData("2024-12-31", 1, "2025-01-02")]
    [InlineData("2024-03-29", 2, "2024-04-02")]
    public void After_CountsNeitherWeekendsNorFixedHolidays(string day, int count, string wanted) =>
        Assert.Equal(DateOnly.Parse(wanted, null), WorkingDays.After(DateOnly.Parse(day, null), count));
}
