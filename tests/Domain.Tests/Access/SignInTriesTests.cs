using Xunit;

namespace NtmServerless.Domain.Tests.Access;

/// <summary>Wrong passwords close an account to who tries them, longer each time, and to nobody who is known.</summary>
public sealed class SignInTriesTests
{
    private static readonly DateTimeOffset Now = new(2024, 5, 14, 8, 0, 0, TimeSpan.Zero);
    private static readonly TryOrigin Here = TryOrigin.Stranger("10.0.0.1");

    [Fact]
    public void OneOrigin_FiveTimesWrong_WaitsTwiceAsLongEachTime_AndNeverLongerThanTheLongest()
    {
        SignInTries tries = SignInTries.None;
        for (int i = 1; i < SignInTries.FreeOfOne; i++) tries = tries.With(Here, Now);
        Assert.Null(tries.ClosedUntil(Here, Now));

        DateTimeOffset now = Now;
        List<double> waits = [];
        for (int i = 0; i < 8; i++)
        {
            tries = tries.With(Here, now);
            DateTimeOffset until = tries.ClosedUntil(Here, now)!.Value;
            Assert.Null(tries.ClosedUntil(Here, until));
            waits.Add((until - now).TotalSeconds);
            now = until;
        }

        Assert.Equal([30, 60, 120, 240, 480, 900, 900, 900], waits);
    }

    [Fact]
    public void AnotherOrigin_IsNotClosedByIt()
    {
        SignInTries tries = Wrong(SignInTries.None, 8, _ => Here);
        Assert.NotNull(tries.ClosedUntil(Here, Now));
        foreach (TryOrigin other in (TryOrigin[])[TryOrigin.Stranger("10.0.0.2"), TryOrigin.Browser("b"), TryOrigin.Session("s")])
            Assert.Null(tries.ClosedUntil(other, Now));
    }

    [Fact]
    public void Strangers_FromManyAddresses_AreClosedTogether_AndWhoIsKnownIsNot()
    {
        SignInTries tries = Wrong(SignInTries.None, SignInTries.FreeOfAll - 1, i => TryOrigin.Stranger($"10.0.1.{i}"));
        Assert.Null(tries.ClosedUntil(Here, Now));
        tries = tries.With(Here, Now);

        Assert.NotNull(tries.ClosedUntil(TryOrigin.Stranger("10.0.0.3"), Now));
        Assert.Null(tries.ClosedUntil(TryOrigin.Browser("b"), Now));
        Assert.Null(tries.ClosedUntil(TryOrigin.Session("s"), Now));
    }

    [Fact]
    public void KnownBrowser_ThatTriesItself_IsClosedToo_AndStrangersAreNot()
    {
        TryOrigin known = TryOrigin.Browser("b");
        SignInTries tries = Wrong(SignInTries.None, 30, _ => known);
        Assert.NotNull(tries.ClosedUntil(known, Now));
        Assert.Null(tries.ClosedUntil(Here, Now));
    }

    [Fact]
    public void RightOne_BeginsCountingAnew()
    {
        SignInTries tries = Wrong(SignInTries.None, 4, _ => Here).Without(Here);
        Assert.Null(Wrong(tries, 4, _ => Here).ClosedUntil(Here, Now));
        Assert.Empty(tries.Origins);
        Assert.Null(tries.Strangers);
    }

    [Fact]
    public void WrongOnes_AfterADayWithoutAny_AreForgotten()
    {
        SignInTries tries = Wrong(SignInTries.None, 8, _ => Here).With(Here, Now.AddDays(1));
        Assert.Equal(1, Assert.Single(tries.Origins).Count);
        Assert.Null(tries.ClosedUntil(Here, Now.AddDays(1)));
    }

    [Fact]
    public void RightOne_FromAKnownBrowser_LeavesTheStrangersClosed()
    {
        SignInTries tries = Wrong(SignInTries.None, SignInTries.FreeOfAll, i => TryOrigin.Stranger($"10.0.1.{i}")).Without(TryOrigin.Browser("b"));
        Assert.NotNull(tries.ClosedUntil(TryOrigin.Stranger("10.0.0.3"), Now));
    }

    // Twenty-four wrong ones of all strangers: eight minutes for each of them, a quarter of an hour for who made all of them.
    [Fact]
    public void Stranger_WaitsForTheLongerOfItsOwnDelayAndThatOfAll()
    {
        Assert.Equal(Now.AddMinutes(15), Wrong(SignInTries.None, 24, _ => Here).ClosedUntil(Here, Now));
        SignInTries many = Wrong(Wrong(SignInTries.None, 19, i => TryOrigin.Stranger($"10.0.1.{i}")), 5, _ => Here);
        Assert.Equal(Now.AddMinutes(8), many.ClosedUntil(Here, Now));
    }

    [Fact]
    public void Origins_ThatAreForgotten_AreNotKept()
    {
        SignInTries tries = Wrong(SignInTries.None, 8, _ => TryOrigin.Browser("b")).With(Here, Now.AddDays(1));
        Assert.Equal(Here.Key, Assert.Single(tries.Origins).From);
    }

    [Fact]
    public void BrowserSessionAndAddress_OfTheSameName_AreThreeOrigins() =>
        Assert.Equal(3, new[] { TryOrigin.Browser("x"), TryOrigin.Session("x"), TryOrigin.Stranger("x") }.Select(o => o.Key).Distinct().Count());

    [Fact]
    public void Origins_HoweverMany_AreKeptInBounds() =>
        Assert.InRange(Wrong(SignInTries.None, 500, i => TryOrigin.Stranger($"a{i}")).Origins.Count, 10, 40);

    private static SignInTries Wrong(SignInTries tries, int count, Func<int, TryOrigin> from) =>
        Enumerable.Range(0, count).Aggregate(tries, (before, i) => before.With(from(i), Now));
}
