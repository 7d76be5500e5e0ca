using Xunit;

namespace NtmServerless.Domain.Tests.Plans;

public sealed class PlanCopyTests
{
    [Fact]
    public void ToYear_ShiftsWindowsAndClearsWhatBelongedToTheYear()
    {
        Plan copy = PlanCopy.ToYear(
            SamplePlan.Plan with { Number = 12, SignedOn = new(2024, 3, 20), MediaTargets = [new("xa-bao-lam", CommunicationChannel.Broadcast, 12, null)] },
            2027);
        Assert.Equal(("caoloc-2027", 2027), (copy.Id, copy.Year));
        Assert.EndsWith("năm 2027", copy.Title, StringComparison.Ordinal);
        Assert.Equal((null, null, null), (copy.Number, copy.SignedOn, copy.DatedMonth));
        Assert.Equal(DateWindow.Quarters(2027, 2, 3), copy.Streams[0].Window);
        Assert.Equal("Quý III/2027", copy.StudyTours[0].TimeText);
        Assert.Empty(copy.MediaTargets);
        Assert.Equal(SamplePlan.Plan.LegalBases, copy.LegalBases);
    }

    [Fact]
    public void ToYear_GivesAPlanThatImports() => Assert.Empty(PlanImport.Read(PlanExport.Write(PlanCopy.ToYear(SamplePlan.Plan, 2026))).Errors);

    [Fact]
    public void ToYear_KeepsTheEndOfFebruary()
    {
        Plan leap = SamplePlan.Plan with
        {
            Streams = [SamplePlan.Plan.Streams[0] with { Window = new(new(2024, 2, 10), new(2024, 2, 29)) }],
        };
        Plan common = PlanCopy.ToYear(leap, 2025);
        Assert.Equal(new DateOnly(2025, 2, 28), common.Streams[0].Window!.To);
        Assert.Equal(new DateOnly(2028, 2, 29), PlanCopy.ToYear(common, 2028).Streams[0].Window!.To);
    }

    [Fact]
    public void ToYear_DropsFormsBoundToAClass()
    {
        FormMapping byStream = new("theo-nhom", "Biểu mẫu", null, "khu-dan-cu-kieu-mau", []);
        Plan plan = SamplePlan.Plan with { Forms = [byStream, byStream with { Id = "theo-lop", ClassId = new("lop-1") }] };
        Assert.Equal([byStream], PlanCopy.ToYear(plan, 2025).Forms);
    }

    [Fact]
    public void ToYear_OfImpossibleYear_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PlanCopy.ToYear(SamplePlan.Plan, 2101));

    [Fact]
    public void TextsNaming_PointsToTextsOfTheOldYear()
    {
        string[] paths = [.. PlanCopy.TextsNaming(PlanCopy.ToYear(SamplePlan.Plan, 2025), 2024).Select(warning => warning.Path)];
        Assert.Contains("$.legalBases[4]", paths);
        Assert.Contains("$.funding.text", paths);
        Assert.DoesNotContain("$.title", paths);
        Assert.DoesNotContain("$.studyTours[0].timeText", paths);
    }

    [Fact]
    public void TextsNaming_WhenATextIsLong_ShowsTheWordsAroundTheYear()
    {
        string shown = PlanCopy.TextsNaming(SamplePlan.Plan with { Enactment = $"{Words(40)} năm 2024 và {Words(40)}" }, 2024)
            .Single(warning => warning.Path == "$.enactment").Parameters["text"];
        Assert.Matches("^… (từ ){10,30}năm 2024 và (từ ){10,30}…$", shown);
        Assert.Equal("Năm 2024", PlanCopy.TextsNaming(SamplePlan.Plan with { Enactment = "Năm 2024" }, 2024)
            .Single(warning => warning.Path == "$.enactment").Parameters["text"]);

        static string Words(int count) => string.Join(' ', Enumerable.Repeat("từ", count));
    }
}
