using Xunit;

namespace NtmServerless.Domain.Tests.Accounts;

public sealed class PasswordRuleTests
{
    [Theory]
    [InlineData("mười một ký", "password-short")]
    [InlineData("matkhau123456789", "password-common")]
    [InlineData("Mật khẩu 2024!!!!", "password-common")]
    [InlineData("123456789012", "password-common")]
    [InlineData("QwertyUiop123!", "password-common")]
    [InlineData("aaaaaaaaaaaaaaa", "password-common")]
    [InlineData("Nguyễn.Hoa là tôi", "password-user-name")]
    [InlineData("con trâu đi trước cái cày", null)]
    [InlineData("k7#Qp2!vR9&z", null)]
    public void Refuses_WhatSomebodyWouldGuess(string password, string? code) => Assert.Equal(code, PasswordRule.Refuses(password, "nguyen.hoa"));

    [Fact]
    public void Refuses_ALongerOneThanAnybodyTypes() => Assert.Equal("too-long", PasswordRule.Refuses(string.Concat(Enumerable.Repeat("dài quá ", 26)), "hoa"));

    [Theory]
    [InlineData("Nguyễn.Hoa", "nguyen.hoa")]
    [InlineData(" ĐỖ_thị-Ái ", "do_thi-ai")]
    [InlineData("hoa@langson.gov.vn", "hoa@langson.gov.vn")]
    public void UserName_AsAPhoneTypesIt_IsOne(string typed, string folded)
    {
        Assert.Equal(folded, UserName.Fold(typed));
        Assert.True(UserName.IsGood(folded));
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("a/b\\c")]
    [InlineData("hoa<script>")]
    [InlineData("ω-ω-ω")]
    public void UserName_WithOtherSigns_IsNotTaken(string typed) => Assert.False(UserName.IsGood(UserName.Fold(typed)));
}
