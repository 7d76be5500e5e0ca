using Xunit;

namespace NtmServerless.Domain.Tests.Documents;

/// <summary>The running number of a type of document.</summary>
public sealed class NumberRegisterTests
{
    private static readonly NumberRegister New = new(2024, "TB", "hoi-nong-dan");

    [Fact]
    public void Take_CountsFromOne()
    {
        (int first, NumberRegister after) = New.Take();
        (int second, NumberRegister last) = after.Take();
        Assert.Equal((1, 2, 2), (first, second, last.Last));
    }

    [Fact]
    public void Given_BeyondTheNext_MovesTheRegisterBehindIt()
    {
        Assert.Equal(8, New.Given(7).Take().Number);
        Assert.Equal(8, New.Given(7).Given(3).Take().Number);
    }

    [Fact]
    public void StartAt_ANumberThatWasGiven_IsRefused()
    {
        NumberRegister used = New.StartAt(13).Take().After;
        Assert.Equal(14, used.StartAt(14).Take().Number);
        Assert.Equal(Rule.DocumentNumberPassed, Assert.Throws<RuleBrokenException>(() => used.StartAt(13)).Rule);
    }

    [Fact]
    public void StartAt_BeforeAnyNumber_MayGoBack() => Assert.Equal(5, New.StartAt(50).StartAt(5).Take().Number);
}
