using Xunit;
using static NtmServerless.Domain.Tests.Tours.SampleTour;

namespace NtmServerless.Domain.Tests.Tours;

/// <summary>The lead of a tour goes to another unit with a trail, as that of a class.</summary>
public sealed class TourLeadTests
{
    private const string Office = "van-phong-dieu-phoi";

    private static readonly Plan Plan = SamplePlan.Plan;

    [Fact]
    public void Transfer_LeavesATrail_AndTellsBoth()
    {
        TourOutcome outcome = TourDecisions.TransferLead(Announced, Plan, "hoi-phu-nu", "Theo đề nghị", Office, Now);
        LeadTransfer trail = Assert.Single(outcome.Tour.LeadTransfers);
        Assert.Equal(("hoi-phu-nu", new LeadTransfer(Lead, "hoi-phu-nu", "Theo đề nghị", Office, Now)), (outcome.Tour.LeadUnitId, trail));
        Notice told = Assert.Single(outcome.Notices);
        Assert.Equal((NoticeKind.TourLeadTransferred, "Theo đề nghị", false), (told.Kind, told.Detail, told.ToParticipants));
        Assert.Equal([Lead, "hoi-phu-nu"], told.ToUnits);
    }

    [Theory]
    [InlineData(null, "required")]
    [InlineData("khong-co", "unit-unknown")]
    [InlineData("huyen-uy", "unit-cannot-lead")]
    [InlineData(Lead, "tour-lead-is-same")]
    public void Transfer_ToNoOtherUnit_IsRefused(string? to, string code) => Assert.Equal(
        code, Assert.Throws<InvalidInputException>(() => TourDecisions.TransferLead(Announced, Plan, to, "Thử", Office, Now)).Errors[0].Code);

    [Theory]
    [InlineData(TourStage.Planned, true)]
    [InlineData(TourStage.Reporting, true)]
    [InlineData(TourStage.Closed, false)]
    [InlineData(TourStage.Cancelled, false)]
    public void Transfer_IsPossibleUntilTheEnd(TourStage stage, bool may) => Assert.Equal(may, In(stage).Allows(TourAct.TransferLead));

    [Fact]
    public void Transfer_IsForTheOffice_AndForThePlansLead_NotForWhoGotIt()
    {
        Assert.True(new Caller(Role.Administrator, "ubnd-huyen", "x").MayTransferLead(Plan, Announced));
        Assert.True(new Caller(Role.LeadUnit, Office, "x").MayTransferLead(Plan, Announced with { LeadUnitId = Office }));
        Assert.False(new Caller(Role.LeadUnit, Office, "x").MayTransferLead(Plan, Announced));
        Assert.False(new Caller(Role.Commune, Lead, "x").MayTransferLead(Plan, Announced));
    }
}
