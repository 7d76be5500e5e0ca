using Xunit;

namespace NtmServerless.Domain.Tests.Agenda;

public sealed class OfficerAgendaTests
{
    private static readonly string[] Everybody = [.. AgendaCase.Officers.Keys];

    // The record, the moment, what waits, and for whom; everybody else has nothing.
    [Theory]
    [InlineData("planned", "2024-03-31 09:00", "", "")]
    [InlineData("planned", "2024-04-01 09:00", "AnnounceClass", "office lead")]
    [InlineData("planned", "2024-10-02 09:00", "AnnounceClass late 2", "office lead")]
    [InlineData("announced", "2024-05-01 09:00", "", "")]
    [InlineData("too-few", "2024-05-16 09:00", "DecideTooFew 0", "lead")]
    [InlineData("too-few", "2024-05-18 09:00", "DecideTooFew 0 late 1", "office lead")]
    [InlineData("too-few-decided", "2024-05-18 09:00", "", "")]
    [InlineData("enough-meanwhile", "2024-05-18 09:00", "", "")]
    [InlineData("confirmed", "2024-05-16 09:00", "LookAtList", "lead")]
    [InlineData("holding", "2024-05-20 07:45", "TakeAttendance 1|TakeAttendance 2", "lead host")]
    [InlineData("holding-marked", "2024-05-20 20:00", "", "")]
    [InlineData("holding-marked", "2024-05-21 07:00", "TakeAttendance 3", "lead host")]
    [InlineData("holding-marked", "2024-05-21 11:30", "TakeAttendance 3 late 0", "office lead host")]
    [InlineData("postponed", "2024-05-16 09:00", "GiveNewDates", "lead")]
    [InlineData("postponed", "2024-06-01 09:00", "GiveNewDates late 3", "office lead")]
    [InlineData("reporting", "2024-05-22 09:00", "FileReport", "lead")]
    [InlineData("reporting", "2024-05-29 09:00", "FileReport late 3", "office lead")]
    [InlineData("no-photo", "2024-05-22 09:00", "UploadEvidence|FileReport", "lead")]
    [InlineData("differs", "2024-05-22 09:00", "ExplainDifference 2|FileReport", "lead")]
    [InlineData("returned", "2024-05-26 09:00", "ReviseReport", "lead")]
    [InlineData("returned", "2024-05-29 09:00", "ReviseReport late 1", "office lead")]
    [InlineData("submitted", "2024-05-25 09:00", "ApproveReport", "office")]
    [InlineData("submitted", "2024-05-28 09:00", "ApproveReport late 1", "office")]
    [InlineData("closed", "2024-05-30 09:00", "", "")]
    [InlineData("cancelled", "2024-05-30 09:00", "", "")]
    public void Class_WaitsForWhoeverItIsFor(string name, string now, string waits, string whom)
    {
        foreach (string officer in Everybody)
        {
            string[] wanted = whom.Split(' ').Contains(officer) ? waits.Split('|') : [];
            Assert.Equal(wanted, AgendaCase.Of(officer, SampleClass.At(now), classes: [AgendaCase.Class(name)]));
        }
    }

    [Fact]
    public void Class_InterruptedByAFlood_WaitsForNewDatesAndForTheSessionThatWasHeld() => Assert.Equal(
        ["TakeAttendance 1 late 1", "GiveNewDates"],
        AgendaCase.Of("lead", SampleClass.At("2024-05-21 09:00"), classes: [AgendaCase.Class("postponed-half")]));

    // Whoever leads the class answers for all of its people, each commune for its own; the office hears of it when it is late.
    [Theory]
    [InlineData("2024-05-16 10:00", "lead: TellPeople 3", "host: TellPeople 1", "other-commune: TellPeople 2")]
    [InlineData("2024-05-17 10:00", "office: TellPeople 3 late 0", "lead: TellPeople 3 late 0",
        "host: TellPeople 1 late 0", "other-commune: TellPeople 2 late 0")]
    [InlineData("2024-05-21 12:00")]
    public void People_WhoWereNotTold_WaitForTheLeadAndTheirCommunes_UntilTheDayIsOver(string now, params string[] waits)
    {
        TrainingClass cancelled = AgendaCase.Class("cancelled") with
        {
            Untold =
            [
                new OpenTelling("0000000007-00", NoticeKind.ClassCancelled, SampleClass.At("2024-05-16 09:00"),
                    new Dictionary<string, int> { [SampleClass.Host] = 1, ["xa-binh-trung"] = 2 }),
            ],
        };
        Assert.Equal(waits, Everybody.SelectMany(o => AgendaCase.Of(o, SampleClass.At(now), classes: [cancelled]).Select(w => $"{o}: {w}")));
    }

    // The tour is led by the commune Gia Cát, which hosts the sample class; every commune and office is a partner.
    [Theory]
    [InlineData("tour-planned", "2024-06-30 09:00", "", "")]
    [InlineData("tour-planned", "2024-07-01 09:00", "AnnounceTour", "host")]
    [InlineData("tour-planned", "2024-10-02 09:00", "AnnounceTour late 2", "host office")]
    [InlineData("tour-few", "2024-08-01 09:00", "NameTourMembers 10", "host other-commune culture")]
    [InlineData("tour-few", "2024-08-12 09:00", "NameTourMembers 10 late 2", "host office")]
    [InlineData("tour-full", "2024-08-01 09:00", "", "")]
    [InlineData("tour-travelling", "2024-08-21 09:00", "", "")]
    [InlineData("tour-reporting", "2024-08-24 09:00", "FileTourReport", "host")]
    [InlineData("tour-reporting", "2024-08-29 09:00", "FileTourReport late 2", "host office")]
    [InlineData("tour-postponed", "2024-08-12 09:00", "GiveTourNewDates", "host")]
    [InlineData("tour-closed", "2024-09-12 09:00", "", "")]
    public void Tour_WaitsForWhoeverItIsFor(string name, string now, string waits, string whom)
    {
        foreach (string officer in Everybody)
        {
            string[] wanted = whom.Split(' ').Contains(officer) ? [waits] : [];
            Assert.Equal(wanted, AgendaCase.Of(officer, SampleClass.At(now), tours: [AgendaCase.Tour(name)]));
        }
    }

    [Theory]
    [InlineData(ReportStage.Asked, "2024-05-16 09:00", "", "")]
    [InlineData(ReportStage.Compiled, "2024-05-16 09:00", "SubmitPeriodicReport", "culture")]
    [InlineData(ReportStage.Returned, "2024-05-20 09:00", "SubmitPeriodicReport late 3", "culture office")]
    [InlineData(ReportStage.Submitted, "2024-05-16 09:00", "ApprovePeriodicReport", "office committee")]
    [InlineData(ReportStage.Submitted, "2024-05-20 09:00", "ApprovePeriodicReport late 2", "office committee")]
    [InlineData(ReportStage.Approved, "2024-05-20 09:00", "", "")]
    public void PeriodicReport_WaitsForWhoeverCompilesOrApprovesIt(ReportStage stage, string now, string waits, string whom)
    {
        foreach (string officer in Everybody)
        {
            string[] wanted = whom.Split(' ').Contains(officer) ? [waits] : [];
            Assert.Equal(wanted, AgendaCase.Of(officer, SampleClass.At(now), reports: [AgendaCase.Report(stage)]));
        }
    }

    [Fact]
    public void PeriodicReport_WaitsForTheAnswerOfEachUnitThatOwesOne()
    {
        PeriodicReport asked = AgendaCase.Report(ReportStage.Asked) with
        {
            Owers = [new("xa-gia-cat", [ReportDebt.Communication])],
            Trace = new ReportTrace(SampleClass.At("2024-05-15 00:05"), 5),
        };
        foreach (string officer in Everybody)
        {
            string[] wanted = AgendaCase.Officers[officer].UnitId == "xa-gia-cat" ? ["AnswerReport"] : [];
            Assert.Equal(wanted, AgendaCase.Of(officer, SampleClass.At("2024-05-16 09:00"), reports: [asked]));
        }
    }

    // The 2024 plan: ten classes of the office, two without a lead, seven of the organisations, a tour of the office in quarter III.
    [Theory]
    [InlineData("office", "2024-03-31 09:00", "")]
    [InlineData("office", "2024-04-01 09:00", "PlanClasses 10|PlanClasses 2|PlanClasses 7")]
    [InlineData("office", "2024-07-01 09:00", "PlanClasses 10|PlanClasses 2|PlanClasses 7|PlanTour")]
    [InlineData("office", "2024-10-01 09:00", "PlanClasses 10 late 1|PlanClasses 2 late 1|PlanClasses 7 late 1|PlanTour late 1")]
    [InlineData("lead", "2024-04-01 09:00", "PlanClasses 7")]
    [InlineData("host", "2024-07-01 09:00", "")]
    [InlineData("culture", "2024-07-01 09:00", "")]
    [InlineData("committee", "2024-07-01 09:00", "")]
    public void Plan_WaitsForClassesAndTours_FromTheFirstDayOfItsWindow(string officer, string now, string waits) => Assert.Equal(
        waits.Length == 0 ? [] : waits.Split('|'),
        AgendaCase.Of(officer, SampleClass.At(now), SamplePlan.Plan with { CommunicationForms = [] }));

    [Fact]
    public void Plan_WhenClassesAreInTheYear_WaitsForTheRest()
    {
        Plan plan = SamplePlan.Plan with { CommunicationForms = [], StudyTours = [] };
        Assert.Equal(
            ["LookAtList", "PlanClasses 6"],
            AgendaCase.Of("lead", SampleClass.At("2024-05-16 09:00"), plan, [AgendaCase.Class("confirmed"), AgendaCase.Class("cancelled")]));
    }

    // Communes lead bulletins and loudspeakers, the media centre the press; Phòng VH&TT only takes part.
    [Theory]
    [InlineData(Role.Commune, "xa-gia-cat", true)]
    [InlineData(Role.CultureOffice, "trung-tam-van-hoa-the-thao-truyen-thong", true)]
    [InlineData(Role.CultureOffice, "phong-van-hoa-thong-tin", false)]
    [InlineData(Role.Commune, "thi-tran-cao-loc", false)]
    [InlineData(Role.LeadUnit, "hoi-nong-dan", false)]
    [InlineData(Role.Committee, "ban-chi-dao", false)]
    public void Communication_IsWantedOfWhoLeadsIt_UntilSomeIsLogged(Role role, string unitId, bool owes)
    {
        Plan plan = AgendaCase.Quiet with { CommunicationForms = SamplePlan.Plan.CommunicationForms };
        Caller caller = new(role, unitId, "x");
        Assert.Equal(owes ? [(AgendaKind.LogCommunication, unitId, SampleClass.At("2024-05-14 17:00"))] : [], Waiting([]));
        Assert.Empty(Waiting([new CommunicationDay(new DateOnly(2024, 4, 15), [new(unitId, CommunicationChannel.Broadcast, 1)])]));
        Assert.Equal(owes ? 1 : 0, Waiting([new CommunicationDay(new DateOnly(2024, 4, 14), [new(unitId, CommunicationChannel.Broadcast, 1)])]).Length);
        Assert.Equal(owes ? 1 : 0, Waiting([new CommunicationDay(new DateOnly(2024, 4, 15), [new("xa-mau-son", CommunicationChannel.Broadcast, 1)])]).Length);

        (AgendaKind, string, DateTimeOffset)[] Waiting(CommunicationDay[] month) =>
            [.. OfficerAgenda.Of(caller, plan, [], [], [], month, [], SampleClass.At("2024-04-20 09:00")).Select(i => (i.Kind, i.RecordId, i.Due))];
    }

    [Fact]
    public void Communication_WithATargetOfItsOwn_IsWantedWithinItsWindow()
    {
        Plan plan = AgendaCase.Quiet with
        {
            MediaTargets = [new MediaTarget("phong-van-hoa-thong-tin", CommunicationChannel.Article, 4, DateWindow.Quarters(2024, 2, 2))],
        };
        Assert.Equal(["LogCommunication"], AgendaCase.Of("culture", SampleClass.At("2024-04-20 09:00"), plan));
        Assert.Empty(AgendaCase.Of("culture", SampleClass.At("2024-07-20 09:00"), plan));
    }

    [Fact]
    public void Agenda_PutsWhatIsOverdueFirst_AndThenWhatIsDueSooner() => Assert.Equal(
        ["FileReport late 1", "ApproveReport", "ApprovePeriodicReport", "PlanClasses 5"],
        AgendaCase.Of(
            "office", SampleClass.At("2024-05-27 09:00"),
            AgendaCase.Quiet with { Streams = [SamplePlan.Plan.Streams[2]] },
            [AgendaCase.Class("submitted") with { Id = new("b") }, AgendaCase.Class("reporting") with { Id = new("a") }],
            reports: [AgendaCase.Report(ReportStage.Submitted) with { CompiledAt = SampleClass.At("2024-05-26 09:00") }]));
}
