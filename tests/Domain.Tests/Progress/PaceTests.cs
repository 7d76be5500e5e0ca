using CsCheck;
using Xunit;

namespace NtmServerless.Domain.Tests.Progress;

public sealed class PaceTests
{
    private static readonly Plan Plan = SamplePlan.Plan;

    [Theory]
    [InlineData(13, 14.4, 1, 0)]
    [InlineData(14, 14.4, 0, 0)]
    [InlineData(15, 14.4, 0, 0)]
    [InlineData(16, 14.4, 0, 1)]
    [InlineData(7, 7.0, 0, 0)]
    [InlineData(0, 0.9, 0, 0)]
    public void Behind_CountsWholeOnesOnly(int done, double expected, int behind, int ahead)
    {
        Pace pace = new(20, done, expected);
        Assert.Equal((behind, ahead), (pace.Behind, pace.Ahead));
    }

    [Fact]
    public void Behind_OfThirdsThatAddUp_IsWhole() =>
        Assert.Equal((1, 0), (new Pace(3, 0, (1d / 3) + (1d / 3) + (1d / 3)).Behind, new Pace(3, 1, 0.1 + 0.2 + 0.7).Ahead));

    [Theory]
    [InlineData("2024-03-31", 0)]
    [InlineData("2024-04-01", 0)]
    [InlineData("2024-04-02", 0.1)]
    [InlineData("2024-04-10", 0.9)]
    [InlineData("2024-04-11", 1)]
    [InlineData("2024-12-31", 1)]
    public void ElapsedOf_IsThePartThatIsOver(string today, double part) =>
        Assert.Equal(part, Pace.ElapsedOf(new DateWindow(new(2024, 4, 1), new(2024, 4, 10)), Day(today)), 9);

    [Fact]
    public void Pace_OfNothingOrdered_IsNothing()
    {
        Pace nothing = new(0, 5, 0);
        Assert.Equal((0, 0), (nothing.Elapsed, nothing.Share));
    }

    // The sample plan wants its 19 classes in the second and third quarter, and the tour in the third.
    [Theory]
    [InlineData("2024-03-31", 0, 0, 0)]
    [InlineData("2024-07-01", 9, 472, 0)]
    [InlineData("2024-10-01", 19, 950, 1)]
    public void Year_WhereNothingWasDone_IsBehindByWhatItsTimeWants(string today, int classes, int people, int tours)
    {
        ProgressPace pace = ProgressPace.Of(Plan, ProgressFigures.Of(Plan, [], [], [], []), Day(today));
        Assert.Equal((19, 950, 1), (pace.Classes.Planned, pace.People.Planned, pace.Tours.Planned));
        Assert.Equal((classes, people, tours), (pace.Classes.Behind, pace.People.Behind, pace.Tours.Behind));
    }

    [Fact]
    public void Year_OfAnyDay_IsTheSumOfItsStreams() => Gen.Int[-60, 420].Sample(day =>
    {
        ProgressPace pace = ProgressPace.Of(Plan, ProgressFigures.Of(Plan, [], [], [], []), new DateOnly(2024, 1, 1).AddDays(day));
        Assert.Equal(pace.Streams.Values.Sum(s => s.Expected), pace.Classes.Expected, 6);
        Assert.InRange(pace.Classes.Elapsed, 0, 1);
        Assert.DoesNotContain(Plan.Streams.Single(s => s.ClassCount is null).Id, pace.Streams.Keys);
    });

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
