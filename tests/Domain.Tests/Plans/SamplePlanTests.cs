using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace NtmServerless.Domain.Tests.Plans;

public sealed class SamplePlanTests
{
    [Fact]
    public void Read_OfSample_HasNoError()
    {
        PlanImportResult result = PlanImport.Read(SamplePlan.Json);
        Assert.Empty(result.Errors);
        Assert.Equal("caoloc-2024", result.Plan!.Id);
    }

    [Fact]
    public void Read_OfSample_ReportsExactlyWhatTheSeedLeavesOpen()
    {
        string[] expected =
        [
            "$.number plan-number-open",
            "$.signedOn plan-signed-on-open",
            "$.parentBody plan-parent-body-open",
            "$.priorityGroups[0] plan-priority-group-open",
            "$.priorityGroups[1] plan-priority-group-open",
            "$.streams[0].timeToBeAnnounced plan-class-dates-open",
            "$.streams[0].prioritySeats plan-priority-seats-open",
            "$.streams[0].minimumParticipants plan-minimum-participants-open",
            "$.streams[0].qualifyingUnitIds plan-qualifying-units-open",
            "$.streams[1].lead plan-lead-open",
            "$.streams[1].timeToBeAnnounced plan-class-dates-open",
            "$.streams[1].prioritySeats plan-priority-seats-open",
            "$.streams[1].minimumParticipants plan-minimum-participants-open",
            "$.streams[1].qualifyingUnitIds plan-qualifying-units-open",
            "$.streams[2].audiences plan-audience-open",
            "$.streams[2].timeToBeAnnounced plan-class-dates-open",
            "$.streams[2].prioritySeats plan-priority-seats-open",
            "$.streams[2].minimumParticipants plan-minimum-participants-open",
            "$.streams[2].qualifyingUnitIds plan-qualifying-units-open",
            "$.streams[3].classCount plan-class-count-open",
            "$.streams[3].seatsPerClass plan-seats-open",
            "$.streams[3].audiences plan-audience-open",
            "$.reporting.dueWorkingDays plan-due-days-open",
            "$.mediaTargets plan-media-targets-open",
        ];
        Assert.Equal(expected, PlanImport.Read(SamplePlan.Json).OpenPoints.Select(point => $"{point.Path} {point.Code}"));
    }

    [Fact]
    public void Streams_OfSample_AreTenTwoAndSevenClassesOfFifty()
    {
        PlanTotals totals = PlanTotals.Of(SamplePlan.Plan);
        Assert.Equal([10, 2, 7, null], totals.Streams.Select(stream => stream.Classes));
        Assert.Equal([500, 100, 350, null], totals.Streams.Select(stream => stream.Seats));
        Assert.Equal((19, 950), (totals.Classes, totals.Seats));
        Assert.All(SamplePlan.Plan.Streams.Take(3), stream => Assert.Equal(DateWindow.Quarters(2024, 2, 3), stream.Window));
        Assert.Equal(StreamOrigin.CommuneInitiated, SamplePlan.Plan.Streams[3].Origin);
    }

    [Fact]
    public void Leads_OfSample_AreAsInTheSeed()
    {
        Plan plan = SamplePlan.Plan;
        Assert.Equal(["van-phong-dieu-phoi"], plan.UnitsOf(plan.Streams[0].Lead).Select(unit => unit.Id));
        Assert.True(plan.Streams[1].Lead.IsOpen);
        Assert.All(plan.UnitsOf(plan.Streams[2].Lead), unit => Assert.Equal(UnitKind.SocioPoliticalOrganisation, unit.Kind));
        Assert.Equal(6, plan.UnitsOf(plan.Streams[2].Lead).Count);
        Assert.Equal(21, plan.UnitsOf(plan.CommunicationForms[1].Lead).Count);
        Assert.Equal(UnitKind.CultureOffice, plan.FindUnit(plan.Reporting.CompiledByUnitId!)!.Kind);
        Assert.Equal(UnitKind.SteeringCommittee, plan.FindUnit(plan.Reporting.ToUnitId!)!.Kind);
        Assert.Equal("nd-09-2019", plan.Reporting.PeriodScheme);
    }

    [Fact]
    public void StudyTour_OfSample_TakesThirtyToThirtyFiveInTheThirdQuarter()
    {
        PlannedStudyTour tour = Assert.Single(SamplePlan.Plan.StudyTours);
        Assert.Equal((30, 35), (tour.MinimumMembers, tour.MaximumMembers));
        Assert.Equal(DateWindow.Quarters(2024, 3, 3), tour.Window);
    }

    [Fact]
    public void Units_OfSample_FlagEveryCommuneAndTownAsSample()
    {
        Unit[] local = [.. SamplePlan.Plan.Units.Where(unit => unit.IsCommuneLevel)];
        Assert.Equal(2, local.Count(unit => unit.Kind == UnitKind.Town));
        Assert.Equal(20, local.Count(unit => unit.Kind == UnitKind.Commune));
        Assert.All(local, unit => Assert.True(unit.Sample && unit.Note is not null));
        Assert.Equal(5, SamplePlan.Plan.Units.Count(unit => unit.Sample && !unit.IsCommuneLevel));
    }

    [Fact]
    public void Write_OfImportedSample_EqualsTheFile() =>
        Assert.True(JsonNode.DeepEquals(SamplePlan.Tree(), JsonNode.Parse(PlanExport.Write(SamplePlan.Plan))));

    [Fact]
    public void Read_OfDecomposedText_ComposesIt()
    {
        Assert.True(SamplePlan.Json.IsNormalized(NormalizationForm.FormC));
        PlanImportResult result = PlanImport.Read(SamplePlan.Json.Normalize(NormalizationForm.FormD));
        Assert.Empty(result.Errors);
        Assert.Equal(SamplePlan.Plan.Title, result.Plan!.Title);
    }

    [Fact]
    public void Read_OfBytesWithMark_ReadsThem() =>
        Assert.Empty(PlanImport.Read([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(SamplePlan.Json)]).Errors);
}
