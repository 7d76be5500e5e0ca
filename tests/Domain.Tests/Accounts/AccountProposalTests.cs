using NtmServerless.Domain.Tests.Plans;
using Xunit;

namespace NtmServerless.Domain.Tests.Accounts;

public sealed class AccountProposalTests
{
    [Theory]
    [InlineData("xa-gia-cat", "xa.gia.cat", Role.Commune)]
    [InlineData("thi-tran-dong-dang", "thi.tran.dong.dang", Role.Commune)]
    [InlineData("phong-van-hoa-thong-tin", "phong.vh.tt", Role.CultureOffice)]
    [InlineData("trung-tam-van-hoa-the-thao-truyen-thong", "trung.tam.vh.tt.tt", Role.CultureOffice)]
    [InlineData("hoi-nong-dan", "hoi.nong.dan", Role.LeadUnit)]
    [InlineData("ban-chi-dao", "ban.chi.dao.huyen", Role.Committee)]
    [InlineData("van-phong-dieu-phoi", "van.phong.dieu.phoi.ntm", Role.Administrator)]
    public void For_AUnitOfTheSamplePlan_ProposesItsShortNameAndTheRoleOfItsKind(string unit, string userName, Role role)
    {
        AccountProposal proposal = AccountProposal.For(SamplePlan.Plan, []).Single(p => p.Unit.Id == unit);
        Assert.Equal((userName, role), (proposal.UserName, proposal.Role));
    }

    [Fact]
    public void For_TheSamplePlan_ProposesGoodNamesThatAreAllDifferent()
    {
        IReadOnlyList<AccountProposal> all = AccountProposal.For(SamplePlan.Plan, []);
        Assert.Equal(SamplePlan.Plan.Units.Select(u => u.Id), all.Select(p => p.Unit.Id));
        Assert.All(all, p => Assert.True(UserName.IsGood(p.UserName), p.UserName));
        Assert.Equal(all.Count, all.Select(p => p.UserName).Distinct().Count());
    }

    [Fact]
    public void For_UnitsThatHaveAnAccount_LeavesThemOut_AlsoWhereItIsDisabled()
    {
        Account[] known = [Of("hoa", "xa-gia-cat"), Of("lan", "xa-hai-yen") with { IsDisabled = true }];
        Assert.DoesNotContain(AccountProposal.For(SamplePlan.Plan, known), p => p.Unit.Id is "xa-gia-cat" or "xa-hai-yen");
    }

    [Theory]
    [InlineData("Xã Tân Thành", "xa.tan.thanh.2", "xa.tan.thanh.3")]
    [InlineData("村", "don.vi.mot", "don.vi.hai")]
    public void For_TwoUnitsOfOneShortName_TellsThemApart(string shortName, string first, string second)
    {
        Plan plan = SamplePlan.Plan with { Units = [UnitOf("mot", shortName), UnitOf("hai", shortName)] };
        Assert.Equal([first, second], AccountProposal.For(plan, [Of("xa.tan.thanh", "van-phong-dieu-phoi")]).Select(p => p.UserName));
    }

    [Fact]
    public void For_LongNames_StaysWithinWhatAUserNameMayBe()
    {
        string name = string.Join(' ', Enumerable.Repeat("Trung tâm", 20));
        Plan plan = SamplePlan.Plan with { Units = [.. Enumerable.Range(0, 120).Select(i => UnitOf($"u{i}", name))] };
        IReadOnlyList<AccountProposal> all = AccountProposal.For(plan, []);
        Assert.All(all, p => Assert.True(UserName.IsGood(p.UserName), p.UserName));
        Assert.Equal(120, all.Select(p => p.UserName).Distinct().Count());
    }

    [Fact]
    public void RoleOf_EveryKind_IsDecided_AndOnlyTheOfficeAdministers() => Assert.Equal(
        [UnitKind.CoordinationOffice], Enum.GetValues<UnitKind>().Where(k => AccountProposal.RoleOf(k) == Role.Administrator));

    private static Account Of(string userName, string unit) => new(userName, userName, userName, Role.Commune, unit, default);

    private static Unit UnitOf(string id, string shortName) => new(id, shortName, shortName, UnitKind.Commune, null, true, null);
}
