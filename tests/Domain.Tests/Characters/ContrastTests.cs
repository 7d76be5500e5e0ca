using NtmServerless.Domain.Characters;
using Xunit;

namespace NtmServerless.Domain.Tests.Characters;

public sealed class ContrastTests
{
    // By the formula of WCAG 2.1, worked out apart.
    [Theory]
    [InlineData("000000", "ffffff", 21.0)]
    [InlineData("FFFFFF", "ffffff", 1.0)]
    [InlineData("767676", "ffffff", 4.54)]
    [InlineData("ff0000", "ffffff", 4.00)]
    [InlineData("00ff00", "000000", 15.30)]
    [InlineData("0000ff", "000000", 2.44)]
    [InlineData("0a0a0a", "000000", 1.06)]
    [InlineData("0b0b0b", "000000", 1.07)]
    public void Contrast_IsTheSameBothWays(string one, string other, double ratio)
    {
        Assert.Equal(ratio, Contrast.Of(one, other), 2);
        Assert.Equal(Contrast.Of(one, other), Contrast.Of(other, one));
    }
}
