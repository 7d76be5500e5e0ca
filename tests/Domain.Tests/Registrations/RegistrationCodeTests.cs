using CsCheck;
using Xunit;

namespace NtmServerless.Domain.Tests.Registrations;

public sealed class RegistrationCodeTests
{
    private static readonly Func<string, string>[] Typings =
    [
        code => code, code => code.ToLowerInvariant(), code => $" {code[..4]} {code[4..]} ", code => $"{code[..4]}-{code[4..]}",
        code => code.Replace('0', 'o').Replace('1', 'l'), code => code.Replace('0', 'O').Replace('1', 'I'),
    ];

    [Fact]
    public void Read_OfACodeAsPeopleTypeIt_GivesTheCode() => Gen.Select(Gen.Byte.Array[5], Gen.Int[0, Typings.Length - 1]).Sample(
        (random, typing) =>
        {
            string code = RegistrationCode.From(random);
            return code.Length == 8 && RegistrationCode.Read(Typings[typing](code)) == code;
        });

    [Fact]
    public void From_DifferentBytes_GivesDifferentCodes() => Gen.Select(Gen.Byte.Array[5], Gen.Byte.Array[5]).Sample(
        (one, other) => one.SequenceEqual(other) == (RegistrationCode.From(one) == RegistrationCode.From(other)));

    [Fact]
    public void From_TheEndsOfTheRange_IsExact()
    {
        Assert.Equal("00000000", RegistrationCode.From([0, 0, 0, 0, 0]));
        Assert.Equal("ZZZZZZZZ", RegistrationCode.From([255, 255, 255, 255, 255]));
        Assert.Equal("00000001", RegistrationCode.From([0, 0, 0, 0, 1]));
    }

    [Fact]
    public void From_EachBit_StandsInItsPlace()
    {
        Assert.Equal("04HMASW9", RegistrationCode.From([0x01, 0x23, 0x45, 0x67, 0x89]));
        Assert.Equal("G0000000", RegistrationCode.From([0x80, 0, 0, 0, 0]));
    }

    [Fact]
    public void Read_OfALineOfFortyCharacters_IsTheMostThatIsTried()
    {
        Assert.Equal("ABCD1234", RegistrationCode.Read("ABCD1234" + new string(' ', 32)));
        Assert.Null(RegistrationCode.Read("ABCD1234" + new string(' ', 33)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1234567")]
    [InlineData("123456789")]
    [InlineData("ABCDEFGU")]
    [InlineData("12345/78")]
    [InlineData("１２３４５６７８")]
    public void Read_OfWhatIsNoCode_GivesNull(string? typed) => Assert.Null(RegistrationCode.Read(typed));

    [Fact]
    public void Read_OfAnyText_NeverThrowsAndGivesACodeOrNull() =>
        Gen.String.Sample(text => RegistrationCode.Read(text) is null or { Length: 8 });
}
