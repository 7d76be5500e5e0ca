using Xunit;

namespace NtmServerless.Domain.Tests.Declarations;

/// <summary>A declared class counts like an approved one from the day of its acceptance, and in no figure until then.</summary>
public sealed class DeclaredCountingTests
{
    private static readonly DeclaredClass Accepted =
        DeclarationDecisions.Accept(SampleDeclared.Class, SampleDeclared.Office, SampleClass.At("2024-06-20 09:00")).Class;

    [Fact]
    public void Accepted_CountsInThePeriodOfItsAcceptance_AndInNoneBefore()
    {
        ReportFigures may = Of(ReportingPeriods.Decree09.Month(2024, 5), Accepted), july = Of(ReportingPeriods.Decree09.Month(2024, 7), Accepted);
        Assert.Equal((0, 0, 0, 0), (may.ClassesHeld, may.Attended, may.ReportsMissing, may.Declared));
        Assert.Equal((1, 35, 0, 1), (july.ClassesHeld, july.Attended, july.ReportsMissing, july.Declared));
        StreamFigures own = july.Streams.Single(s => s.StreamId == SampleDeclared.Stream);
        Assert.Equal((1, 1, 35, 15, 0, 0), (own.Declared, own.ClassesHeld, own.Attended, own.Women, own.Registered, own.WalkIns));
        Assert.Equal(new CommuneFigures(SampleDeclared.Unit, 1, 35, 1, 35, 0), Assert.Single(july.Communes));
        Assert.Equal(2_500_000, july.Spent["kinh-phi-don-vi"]);
        Assert.Equal(2_500_000, Assert.Single(july.BudgetYears).InTime["kinh-phi-don-vi"]);
        Assert.Equal((15, 20), (july.AttendedBySex["Female"], july.AttendedBySex["Male"]));
        Assert.Equal((30, 20), (july.AttendedByAudience["ExemplaryHousehold"], july.AttendedByEthnicGroup["Nùng"]));
    }

    [Theory]
    [InlineData(DeclarationStage.Declared)]
    [InlineData(DeclarationStage.Returned)]
    [InlineData(DeclarationStage.Withdrawn)]
    public void NotAccepted_IsInNoFigure(DeclarationStage stage)
    {
        ReportFigures all = ReportFigures.Of(FigureSums.OfAll(SamplePlan.Plan), [], [], [], [SampleDeclared.Class with { Stage = stage }]);
        Assert.Equal((0, 0, 0, 0), (all.ClassesHeld, all.Attended, all.ReportsMissing, all.HeldInAll));
        Assert.Equal(0, ProgressFigures.Of(SamplePlan.Plan, [], [], [], [SampleDeclared.Class with { Stage = stage }]).Declared);
    }

    [Fact]
    public void Accepted_WithoutAudiencesAndGroups_AddsUpInEveryTable()
    {
        ReportFigures all = ReportFigures.Of(FigureSums.OfAll(SamplePlan.Plan), [], [], [],
            [Accepted with { ByAudience = new Dictionary<string, int>(), ByEthnicGroup = new Dictionary<string, int>() }]);
        Assert.Equal((35, 35), (all.AttendedByAudience.Values.Sum(), all.AttendedByEthnicGroup.Values.Sum()));
    }

    [Fact]
    public void Progress_CountsIt_LikeTheReports()
    {
        ProgressFigures progress = ProgressFigures.Of(SamplePlan.Plan, [], [], [], [Accepted]);
        Assert.Equal((1, 35), (progress.YearSoFar.ClassesHeld, progress.Quarters.Sum(q => q.Attended)));
        Assert.Equal((1, 1), (progress.Declared, progress.Streams.Single(s => s.Done.StreamId == SampleDeclared.Stream).InTheYear));
        // Held in the second quarter, accepted in the third.
        Assert.Equal([(0, 0, 0), (1, 1, 0), (0, 0, 1), (0, 0, 0)], progress.Quarters.Select(q => (q.Scheduled, q.Held, q.Approved)));
        CommuneProgress commune = Assert.Single(progress.Communes);
        Assert.Equal((SampleDeclared.Unit, 1, 1, 35, 35), (commune.UnitId, commune.InTheYear, commune.Held, commune.Attended, commune.OwnPeople));
        Assert.Equal(0, ProgressFigures.Of(SamplePlan.Plan, [], [], [], [Accepted with { Stage = DeclarationStage.Withdrawn }]).Declared);
    }

    [Fact]
    public void YearEnd_NamesWhatIsNotDecided()
    {
        DeclaredClass[] declared = [SampleDeclared.Class, Accepted with { Id = new("khai-2") }];
        YearEndItem open = Assert.Single(
            YearEnds.Of(SamplePlan.Plan, [], [], declared, FigureSums.OfAll(SamplePlan.Plan).ToFigures(), [], new DateOnly(2025, 1, 5)),
            i => i.Matter == YearEndMatter.DeclarationOpen);
        Assert.Equal("khai-1", open.Subject);
    }

    [Fact]
    public void Agenda_AsksTheOfficeOnce_AndTheUnitForWhatWasReturned()
    {
        DeclaredClass[] declared = [SampleDeclared.Class, SampleDeclared.Class with { Id = new("khai-2") },
            SampleDeclared.Class with { Id = new("khai-3"), Stage = DeclarationStage.Returned }];
        AgendaItem office = Assert.Single(Waiting(Role.Administrator, SampleDeclared.Office));
        Assert.Equal((AgendaKind.AcceptDeclared, 2), (office.Kind, office.Number));
        AgendaItem unit = Assert.Single(Waiting(Role.Commune, SampleDeclared.Unit));
        Assert.Equal((AgendaKind.CorrectDeclared, "khai-3"), (unit.Kind, unit.RecordId));
        Assert.Empty(Waiting(Role.Commune, "xa-tan-lien"));

        IEnumerable<AgendaItem> Waiting(Role role, string unitId) =>
            OfficerAgenda.Of(new Caller(role, unitId, "x"), SamplePlan.Plan, [], [], [], [], declared, SampleDeclared.Now)
                .Where(i => i.Kind is AgendaKind.AcceptDeclared or AgendaKind.CorrectDeclared);
    }

    private static ReportFigures Of(ReportingPeriod period, DeclaredClass d) =>
        ReportFigures.Of(new FigureSums(SamplePlan.Plan, period), [], [], [], [d]);
}
