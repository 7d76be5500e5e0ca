using Xunit;

namespace NtmServerless.Domain.Tests.Units;

public sealed class UnitTests
{
    [Theory]
    [InlineData(UnitKind.Commune, true)]
    [InlineData(UnitKind.Town, true)]
    [InlineData(UnitKind.Ward, true)]
    [InlineData(UnitKind.Village, false)]
    [InlineData(UnitKind.Office, false)]
    public void IsCommuneLevel_IsTrueForCommunesTownsAndWards(UnitKind kind, bool expected) =>
        Assert.Equal(expected, new Unit("x", "X", "X", kind, null, false, null).IsCommuneLevel);

    [Fact]
    public void Parties_OfAKind_MeanEveryUnitOfItAndNoOther()
    {
        IReadOnlyList<Unit> communes = SamplePlan.Plan.UnitsOf(new PlanParties("UBND các xã", ["ubnd-huyen"], [UnitKind.Commune]));
        Assert.Equal(21, communes.Count);
        Assert.DoesNotContain(communes, unit => unit.Kind == UnitKind.Town);
    }

    [Fact]
    public void Plan_OfAProvinceWithoutDistricts_Imports()
    {
        Plan province = SamplePlan.Plan with
        {
            Id = new("tinh-2026"),
            Year = 2026,
            Streams = [],
            StudyTours = [],
            CommunicationForms = [],
            Responsibilities = [],
            Recipients = [],
            Reporting = new("báo cáo định kỳ", "so-van-hoa", "ban-chi-dao-tinh", null, PeriodSchemes.Decree09Of2019, 2),
            Units =
            [
                new("ban-chi-dao-tinh", "Ban Chỉ đạo tỉnh", "Ban Chỉ đạo", UnitKind.SteeringCommittee, null, false, null),
                new("so-van-hoa", "Sở Văn hóa", "Sở Văn hóa", UnitKind.CultureOffice, null, false, null),
                new("phuong-tam-thanh", "Ủy ban nhân dân phường Tam Thanh", "Phường Tam Thanh", UnitKind.Ward, null, false, null),
            ],
        };
        Assert.Empty(PlanImport.Read(PlanExport.Write(province)).Errors);
    }
}
