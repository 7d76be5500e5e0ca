using Xunit;
using static NtmServerless.Domain.Tests.Classes.SampleClass;

namespace NtmServerless.Domain.Tests.Classes;

public sealed class SessionPlansTests
{
    [Fact]
    public void Read_OfGoodSessions_NumbersThemOnFromTheFirst()
    {
        Checks checks = new();
        IReadOnlyList<Session> sessions = SessionPlans.Read([Half("2024-05-20", "07:30", "11:00"), Half("2024-05-20", "11:00", "17:00")], 3, AnnouncedAt, checks);
        checks.ThrowIfAny();
        Assert.Equal([new Session(3, FirstStart, At("2024-05-20 11:00")), new Session(4, At("2024-05-20 11:00"), At("2024-05-20 17:00"))], sessions);
    }

    [Theory]
    [InlineData("2024-05-20", "11:00", "07:30", "end-before-start")]
    [InlineData("2024-05-20", "07:30", "07:30", "end-before-start")]
    [InlineData("2024-05-20", "07:00", "13:01", "session-too-long")]
    [InlineData("2024-04-25", "09:00", "11:00", "in-the-past")]
    [InlineData("0001-01-01", "00:00", "05:00", "in-the-past")]
    [InlineData("9999-12-31", "07:30", "11:00", "too-far")]
    [InlineData("2034-04-26", "07:30", "11:00", "too-far")]
    public void Read_OfABadSession_NamesItAndWhatIsWrong(string date, string from, string to, string code) =>
        Assert.Equal([("sessions[0]", code)], Errors(Half(date, from, to)));

    [Fact]
    public void Read_OfSessionsThatOverlapOrAreIncomplete_NamesEach() => Assert.Equal(
        [("sessions[1]", "sessions-order"), ("sessions[2]", "session-incomplete")],
        Errors(Half("2024-05-20", "07:30", "11:00"), Half("2024-05-20", "10:59", "12:00"), new SessionPlan(new DateOnly(2024, 5, 21), null, new TimeOnly(9, 0))));

    [Fact]
    public void Read_OfNoneOrTooMany_IsRefused()
    {
        Assert.Equal([("sessions", "sessions-count")], Errors());
        Assert.Equal([("sessions", "sessions-count")], Errors([.. Enumerable.Repeat(Half("2024-05-20", "07:30", "11:00"), 21)]));
    }

    [Fact]
    public void Read_OfTheMostThatIsTaken_IsFine()
    {
        Assert.Empty(Found([.. Enumerable.Range(1, 20).Select(day => Half($"2024-06-{day:00}", "07:30", "11:00"))]));
        Assert.Empty(Found(Half("2026-04-25", "07:30", "13:30")));
        Assert.Empty(Found(Half("2024-04-25", "09:01", "11:00")));
    }

    /// <remarks>The texts of the refusals name these facts.</remarks>
    [Fact]
    public void Read_OfABadSession_SaysTheLimit()
    {
        Assert.Equal([("most", (object)20)], Assert.Single(Found()).Facts);
        Assert.Equal([("years", (object)2)], Assert.Single(Found(Half("2026-04-26", "07:30", "11:00"))).Facts);
        Assert.Equal([("hours", (object)6d)], Assert.Single(Found(Half("2024-05-20", "07:00", "13:01"))).Facts);
    }

    private static (string, string)[] Errors(params SessionPlan[] plans) => [.. Found(plans).Select(e => (e.Field, e.Code))];

    private static IReadOnlyList<FieldError> Found(params SessionPlan[] plans)
    {
        Checks checks = new();
        SessionPlans.Read(plans, 1, AnnouncedAt, checks);
        return (Record.Exception(checks.ThrowIfAny) as InvalidInputException)?.Errors ?? [];
    }
}
