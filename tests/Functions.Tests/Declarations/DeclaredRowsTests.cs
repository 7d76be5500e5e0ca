using System.Text.Json.Nodes;
using NtmServerless.Domain.Declarations;
using NtmServerless.Domain.Ids;
using NtmServerless.Domain.PeriodicReports;
using NtmServerless.Domain.Plans;
using NtmServerless.Functions.PeriodicReports;
using Xunit;

namespace NtmServerless.Functions.Tests.Declarations;

/// <summary>The rows behind a report hold what its figures count of declared classes, and nothing else.</summary>
public sealed class DeclaredRowsTests
{
    private static readonly Plan Plan = PlanImport.Read(TestPlan.Json().ToJsonString()).Plan!;
    private static readonly CountedSpan May = new(new DateOnly(2024, 4, 15), new DateOnly(2024, 5, 14));

    [Theory]
    [InlineData(DeclarationStage.Accepted, "2024-05-14T16:00:00Z", 1, 35)]
    [InlineData(DeclarationStage.Accepted, "2024-05-14T17:00:00Z", 0, null)]
    [InlineData(DeclarationStage.Declared, null, 0, null)]
    [InlineData(DeclarationStage.Returned, null, 0, null)]
    [InlineData(DeclarationStage.Accepted, "2024-04-14T16:00:00Z", 0, null)]
    [InlineData(DeclarationStage.Withdrawn, null, 0, null)]
    public void Rows_OfADeclaredClass_AddUpToTheFigures(DeclarationStage stage, string? accepted, int lines, int? attended)
    {
        DeclaredClass d = new()
        {
            PlanId = Plan.Id,
            Id = new DeclarationId("d1"),
            UnitId = TestPlan.Commune,
            StreamId = TestPlan.OpenStream,
            HostUnitId = TestPlan.Commune,
            Place = "Nhà văn hóa",
            Title = "Làm vườn",
            FirstDay = new DateOnly(2024, 4, 2),
            LastDay = new DateOnly(2024, 4, 2),
            Attended = 35,
            Women = 10,
            ByAudience = new Dictionary<string, int> { ["Official"] = 35 },
            Spent = [new Spending("kinh-phi-don-vi", 2_500_000)],
            Stage = stage,
            AcceptedAt = accepted is null ? null : DateTimeOffset.Parse(accepted, null),
        };
        ReportRows rows = new(May);
        rows.Add(d);
        CountedClass[] read = [.. ReportRows.Read(rows.Lines).Select(r => r.Class!)];
        Assert.Equal((lines, attended), (read.Length, read.FirstOrDefault()?.Attended));
        Assert.All(read, c => Assert.Equal(stage, c.Declared));
        ReportFigures figures = ReportFigures.Of(new FigureSums(Plan, new CountedDays(May), May), [], [], [], [d]);
        Assert.Equal(read.Sum(c => c.Attended ?? 0), figures.Attended);
        Assert.Equal(figures.AttendedByUnit, Sums(read, c => c.ByUnit));
        Assert.Equal(figures.AttendedByAudience, Sums(read, c => c.ByAudience));
        Assert.Equal(figures.AttendedByEthnicGroup, Sums(read, c => c.ByEthnicGroup));
        Assert.Equal(figures.Spent.GetValueOrDefault("kinh-phi-don-vi"), read.Sum(c => c.SpentBySource?.GetValueOrDefault("kinh-phi-don-vi") ?? 0));
        Assert.Equal(read.Length, figures.ClassesHeld + figures.ReportsMissing);
    }

    private static Dictionary<string, int> Sums(IEnumerable<CountedClass> classes, Func<CountedClass, IReadOnlyDictionary<string, int>?> of) =>
        classes.SelectMany(c => of(c) ?? new Dictionary<string, int>()).GroupBy(p => p.Key).ToDictionary(g => g.Key, g => g.Sum(p => p.Value));
}
