using Xunit;
using static NtmServerless.Domain.Tests.Classes.SampleClass;

namespace NtmServerless.Domain.Tests.Classes;

/// <summary>Only the unit that the plan names leads a class; the lead may be handed on, with a trail.</summary>
public sealed class LeadDecisionsTests
{
    private static readonly Plan Plan = SamplePlan.Plan;

    private static readonly TrainingStream OfTheOffice = Plan.Streams.First(s => s.Lead.UnitIds.Contains(Office) && s.QualifyingUnitIds.Count == 0);

    [Fact]
    public void Plan_ByAUnitThatThePlanDoesNotName_IsRefused()
    {
        InvalidInputException refused = Assert.Throws<InvalidInputException>(() => Check(OfTheOffice, Lead));
        FieldError error = Assert.Single(refused.Errors);
        Assert.Equal(("leadUnitId", "lead-not-named"), (error.Field, error.Code));
        Assert.Equal(Office, Check(OfTheOffice, Office).LeadUnitId);
    }

    [Fact]
    public void Plan_WhereThePlanLeavesTheLeadOpen_TakesAnyUnit() =>
        Assert.Equal(Lead, Check(Plan.Streams.First(s => s.Lead.IsOpen), Lead).LeadUnitId);

    [Fact]
    public void Transfer_LeavesATrail_AndTellsBoth()
    {
        ClassOutcome outcome = LeadDecisions.Transfer(Announced(), Plan, Partner, "Theo đề nghị", Office, Opens);
        LeadTransfer trail = Assert.Single(outcome.Class.LeadTransfers);
        Assert.Equal((Partner, new LeadTransfer(Lead, Partner, "Theo đề nghị", Office, Opens)), (outcome.Class.LeadUnitId, trail));
        Assert.Equal((NoticeKind.LeadTransferred, "Theo đề nghị"), (outcome.Notices[0].Kind, outcome.Notices[0].Detail));
        Assert.Equal([Lead, Partner], outcome.Notices[0].ToUnits);
    }

    [Theory]
    [InlineData(null, "required")]
    [InlineData("khong-co", "unit-unknown")]
    [InlineData("ban-chi-dao", "unit-cannot-lead")]
    [InlineData("huyen-uy", "unit-cannot-lead")]
    [InlineData(Lead, "lead-is-same")]
    public void Transfer_ToNoOtherUnit_IsRefused(string? to, string rule) => Assert.Equal(
        rule, Assert.Throws<InvalidInputException>(() => LeadDecisions.Transfer(Announced(), Plan, to, "Thử", Office, Opens)).Errors[0].Code);

    [Fact]
    public void Transfer_IsOffered_ToEveryOtherUnitThatItCanGoTo()
    {
        string[] offered = [.. LeadDecisions.UnitsFor(Plan, Lead).Select(u => u.Id)];
        Assert.Contains(Partner, offered);
        Assert.All(offered, to => Assert.Equal(to, LeadDecisions.Transfer(Announced(), Plan, to, "Thử", Office, Opens).Class.LeadUnitId));
        Assert.DoesNotContain(offered, id => id is Lead or "ban-chi-dao" or "huyen-uy" or "ubnd-huyen");
    }

    [Theory]
    [InlineData(ClassStage.Planned, null)]
    [InlineData(ClassStage.Holding, null)]
    [InlineData(ClassStage.Reporting, null)]
    [InlineData(ClassStage.Postponed, null)]
    [InlineData(ClassStage.Closed, Rule.ClassStage)]
    [InlineData(ClassStage.Cancelled, Rule.ClassStage)]
    public void Transfer_IsPossibleUntilTheEnd(ClassStage stage, string? rule) => Assert.Equal(rule, LeadDecisions.WhyNotTransferred(In(stage))?.Rule);

    [Fact]
    public void Transfer_WhileTheReportLiesWithTheOffice_Waits() => Assert.Equal(
        Rule.ReportStage,
        LeadDecisions.WhyNotTransferred(In(ClassStage.Reporting) with { Report = new ClassReportState { Stage = ClassReportStage.Submitted } })?.Rule);

    [Fact]
    public void Transfer_IsForTheOffice_AndForThePlansLead_NotForWhoGotIt()
    {
        TrainingClass c = Announced();
        Caller lead = new(Role.LeadUnit, Lead, "Hội Nông dân"), other = new(Role.LeadUnit, Partner, "Hội Phụ nữ"), commune = new(Role.Commune, Host, "Gia Cát");
        Assert.True(new Caller(Role.Administrator, Office, "Văn phòng").MayTransferLead(Plan, c));
        Assert.True(lead.MayTransferLead(Plan, c));
        Assert.False(other.MayTransferLead(Plan, c));
        Assert.False(commune.MayTransferLead(Plan, c with { LeadUnitId = Host }));
        Assert.False(lead.MayTransferLead(Plan, c with { LeadUnitId = Host }));
    }

    private static TrainingClass Check(TrainingStream stream, string lead) =>
        new ClassForm { StreamId = stream.Id, LeadUnitId = lead, HostUnitId = Host }.Check(new("lop-moi"), Plan, []);
}
