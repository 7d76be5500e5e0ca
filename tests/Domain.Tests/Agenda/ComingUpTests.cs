using Xunit;

namespace NtmServerless.Domain.Tests.Agenda;

public sealed class ComingUpTests
{
    [Theory]
    [InlineData("lead", "announced", "2024-05-01 09:00", "RegistrationOpens 2024-05-02 08:00")]
    [InlineData("other-lead", "too-few", "2024-05-15 09:00", "RegistrationCloses 2024-05-15 17:00")]
    [InlineData("committee", "confirmed", "2024-05-16 09:00", "SessionBegins 2024-05-20 07:30")]
    [InlineData("host", "holding", "2024-05-20 12:00", "SessionBegins 2024-05-20 13:30")]
    [InlineData("other-commune", "confirmed", "2024-05-16 09:00", "ReportingMonthEnds 2024-06-14 17:00")]
    [InlineData("lead", "closed", "2024-06-15 09:00", "ReportingMonthEnds 2024-07-14 17:00")]
    public void Class_OfTheUnit_ComesNext(string officer, string name, string now, string next) =>
        Assert.Equal(next, Next(officer, SampleClass.At(now), [AgendaCase.Class(name)], []));

    [Theory]
    [InlineData(TourStage.Announced, "2024-08-01 09:00", "NominationsClose 2024-08-10 17:00")]
    [InlineData(TourStage.Confirmed, "2024-08-15 09:00", "TourDeparts 2024-08-20 00:00")]
    public void Tour_ComesNext_ForEveryUnit(TourStage stage, string now, string next) => Assert.All(
        ["host", "lead", "culture", "committee", "office"],
        officer => Assert.Equal(next, Next(officer, SampleClass.At(now), [], [SampleTour.In(stage)])));

    [Fact]
    public void Window_OfThePlan_ComesNextForWhoLeadsIt()
    {
        DateTimeOffset now = SampleClass.At("2024-03-15 09:00");
        Assert.Equal("StreamWindowBegins 2024-04-01 00:00", Next("lead", now, [], []));
        Assert.Equal("ReportingMonthEnds 2024-04-14 17:00", Next("host", now, [], []));
    }

    private static string Next(string officer, DateTimeOffset now, TrainingClass[] classes, StudyTour[] tours)
    {
        ComingUp next = ComingUp.Of(AgendaCase.Officers[officer], SamplePlan.Plan, classes, tours, now)[0];
        return $"{next.Kind} {next.At.ToOffset(TimeSpan.FromHours(7)):yyyy-MM-dd HH:mm}";
    }
}
