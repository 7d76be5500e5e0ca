using Xunit;

namespace NtmServerless.Functions.Tests.Access;

/// <summary>Guesses sent together are held to the same number as guesses sent one after the other.</summary>
public sealed class GuessLimitTests
{
    private const int Most = 6;

    [Fact]
    public void Begin_MoreAtOnceThanMayBeWrong_IsRefusedBeforeAnyHasFailed()
    {
        using GuessLimit limit = new(Most);
        GuessLimit.Guess[] underWay = [.. Enumerable.Range(0, Most).Select(_ => limit.Begin("here"))];
        Assert.Throws<TooManyRequestsException>(() => limit.Begin("here"));
        limit.Begin("elsewhere").Dispose();
        foreach (GuessLimit.Guess guess in underWay) guess.Dispose();
        limit.Begin("here").Dispose();
    }

    [Fact]
    public void Begin_AfterTooManyWereWrong_IsRefused_AndRightOnesCostNothing()
    {
        using GuessLimit limit = new(Most);
        for (int i = 0; i < 3 * Most; i++) limit.Begin("here").Dispose();
        for (int i = 0; i < Most; i++)
        {
            using GuessLimit.Guess guess = limit.Begin("here");
            guess.WasWrong();
        }

        Assert.Throws<TooManyRequestsException>(() => limit.Begin("here"));
    }
}
