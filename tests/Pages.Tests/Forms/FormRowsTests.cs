using Xunit;

namespace NtmServerless.Pages.Tests.Forms;

public sealed class FormRowsTests
{
    private static readonly FormState Typed = FormState.With(
        ("venue", "x"), ("sessions[0].date", "a"), ("sessions[1].date", ""), ("sessions[1].from", " "), ("sessions[4].from", "b"), ("others[3]", "c"));

    [Fact]
    public void Closed_LetsLinesMoveUpOverEmptyOnes()
    {
        FormState closed = Typed.Closed("sessions");
        Assert.Equal(["others[3]", "sessions[0].date", "sessions[1].from", "venue"], closed.Values.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("b", closed.Value("sessions[1].from"));
        Assert.Equal(Typed.Key, closed.Key);
    }

    [Fact]
    public void Count_IsTheHighestLine()
    {
        Assert.Equal(5, Typed.Count("sessions"));
        Assert.Equal(0, Typed.Count("topics"));
    }
}
