using Xunit;

namespace NtmServerless.Domain.Tests.Accounts;

public sealed class ResetLinkRuleTests
{
    private static readonly Account Hoa = new("hoa", "hoa", "Hoa", Role.Administrator, "van-phong", default);

    [Theory]
    [InlineData(true, Role.Administrator)]
    [InlineData(true, Role.Administrator, Role.Administrator)]
    [InlineData(false, Role.Administrator, Role.LeadUnit)]
    public void MaySend_OnlyWhereEverybodyOfTheUnitMayDoTheSame(bool may, params Role[] roles) => Assert.Equal(may, ResetLinkRule.MaySend(Hoa, roles));

    [Fact]
    public void MaySend_ToADisabledAccount_Never() => Assert.False(ResetLinkRule.MaySend(Hoa with { IsDisabled = true }, [Role.Administrator]));
}
