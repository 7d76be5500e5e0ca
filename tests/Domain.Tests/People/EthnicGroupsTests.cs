using Xunit;

namespace NtmServerless.Domain.Tests.People;

/// <summary>However a list writes an ethnic group, it is counted as one.</summary>
public sealed class EthnicGroupsTests
{
    [Theory]
    [InlineData("Tày", "Tày")]
    [InlineData("tày", "Tày")]
    [InlineData("TAY", "Tày")]
    [InlineData("H'Mông", "Mông")]
    [InlineData("hmông", "Mông")]
    [InlineData("Ê đê", "Ê-đê")]
    [InlineData("Êđê", "Ê-đê")]
    [InlineData("sán  dìu", "Sán Dìu")]
    [InlineData("sán chí", "Sán Chí")]
    [InlineData("SÁN CHÍ", "Sán Chí")]
    [InlineData("", "")]
    public void Name_HoweverWritten_IsTheOfficialOne(string written, string name) => Assert.Equal(name, EthnicGroups.Named(written));

    [Fact]
    public void Counts_OfSeveralSpellings_AreOneLine() => Assert.Equal(
        new Dictionary<string, int> { ["Tày"] = 6, ["Nùng"] = 4, [""] = 1 },
        EthnicGroups.Together([new("Tày", 1), new("tày", 2), new("Nùng", 4), new("TAY", 3), new("", 1)]));

    [Fact]
    public void Figures_OfClassesThatSpellAGroupDifferently_HaveOneKey_AndNoDifferenceOfTheRecords()
    {
        TrainingClass Closed(string id, string group) => Classes.SampleClass.In(ClassStage.Closed) with
        {
            Id = new(id),
            SessionCounts = [new SessionCount(1, 5, 0)],
            Report = new ClassReportState { Stage = ClassReportStage.Approved, ApprovedAt = Classes.SampleClass.LastEnd },
            Figures = new ClassFigures
            {
                Registered = 5,
                Attended = 5,
                WalkIns = 0,
                Women = 2,
                ByUnit = new Dictionary<string, int>(),
                ByAudience = new Dictionary<string, int>(),
                ByEthnicGroup = new Dictionary<string, int> { [group] = 5 },
                Spent = new Dictionary<string, long>(),
            },
        };
        ReportFigures now = ReportFigures.Of(FigureSums.OfAll(Plans.SamplePlan.Plan), [Closed("lop-1", "tày"), Closed("lop-2", "TAY")], [], []);
        Assert.Equal(new Dictionary<string, int> { ["Tày"] = 10 }, now.AttendedByEthnicGroup);
        ReportFigures before = now with { AttendedByEthnicGroup = new Dictionary<string, int> { ["tày"] = 4, ["TAY"] = 6 } };
        Assert.Equal(FigureLines.Of(now), FigureLines.Of(before));
    }
}
