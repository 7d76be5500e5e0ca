using Xunit;

namespace NtmServerless.Domain.Tests.PeriodicReports.Answers;

/// <summary>Who owes what, by the 2024 plan.</summary>
public sealed class ReportOwersTests
{
    [Fact]
    public void Of_TheSamplePlan_AsksCommunesMediaAndLeadUnits()
    {
        Dictionary<string, string> owers = ReportOwers.Of(SamplePlan.Plan, SampleReport.Period, new HashSet<string> { "hoi-phu-nu", "xa-gia-cat" })
            .ToDictionary(o => o.UnitId, o => string.Join(' ', o.Debts));
        Assert.Equal("Communication OwnClasses ClassReports", owers["xa-gia-cat"]);
        Assert.Equal("Communication OwnClasses", owers["xa-phu-xa"]);
        Assert.Equal("Communication", owers["phong-van-hoa-thong-tin"]);
        Assert.Equal("Communication", owers["trung-tam-van-hoa-the-thao-truyen-thong"]);
        Assert.Equal("ClassReports", owers["hoi-phu-nu"]);
        Assert.DoesNotContain("ban-chi-dao", owers.Keys);
        Assert.DoesNotContain("huyen-uy", owers.Keys);
        Assert.All(SamplePlan.Plan.Units.Where(u => u.IsCommuneLevel), u => Assert.Contains(u.Id, owers.Keys));
    }

    [Theory]
    [InlineData(ClassStage.Reporting, "2024-05-14", true)]
    [InlineData(ClassStage.Reporting, "2024-05-15", false)]
    [InlineData(ClassStage.Reporting, "2024-04-14", false)]
    [InlineData(ClassStage.Closed, "2024-05-14", false)]
    [InlineData(ClassStage.Confirmed, "2024-05-14", false)]
    public void OwesReport_AClassThatWasHeldInThePeriod_UntilItIsClosed(ClassStage stage, string lastDay, bool owes)
    {
        DateTimeOffset start = VietnamTime.At(DateOnly.Parse(lastDay, null), new TimeOnly(7, 30));
        TrainingClass c = SampleClass.In(stage) with { Sessions = [new Session(1, start, start.AddHours(3))] };
        Assert.Equal(owes, ReportOwers.OwesReport(SampleReport.Period, c));
    }
}
