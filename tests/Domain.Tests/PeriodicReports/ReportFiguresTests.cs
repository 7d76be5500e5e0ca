using CsCheck;
using Xunit;

namespace NtmServerless.Domain.Tests.PeriodicReports;

public sealed class ReportFiguresTests
{
    private static readonly Plan Plan = SamplePlan.Plan;
    private static readonly DateOnly First = new(2023, 12, 15);

    // Days after the first of the reporting year on which a class ends and is approved, and how many came.
    private static readonly Gen<(int LastDay, int ApprovedAfter, int Attended, ClassStage Stage)[]> Classes = Gen.Select(
        Gen.Int[0, 365], Gen.Int[0, 60], Gen.Int[0, 60], Gen.Int[0, 4]
            .Select(n => n switch { 0 => ClassStage.Reporting, 1 => ClassStage.Cancelled, _ => ClassStage.Closed }),
        (lastDay, after, attended, stage) => (lastDay, after, attended, stage)).Array[0, 19];

    private static readonly Gen<(int Day, int Count)[]> Works = Gen.Select(Gen.Int[0, 365], Gen.Int[1, 9], (day, count) => (day, count)).Array[0, 40];

    [Fact]
    public void TwelveMonths_AddUpToTheYear_HoweverLateReportsCome() => Gen.Select(Classes, Works).Sample((classes, works) =>
    {
        TrainingClass[] made = [.. classes.Select((c, n) => Class(n, First.AddDays(c.LastDay), First.AddDays(c.LastDay + c.ApprovedAfter), c.Attended,
            c.Stage))];
        CommunicationDay[] days = [.. works.Select(w => Day(First.AddDays(w.Day), w.Count))];
        StudyTour[] tours = [Tour(First.AddDays(classes.Length * 15), 32)];
        ReportFigures[] months = [.. Enumerable.Range(1, 12).Select(m => Of(ReportingPeriods.Decree09.Month(2024, m), made, days, tours))];
        ReportFigures year = Of(ReportingPeriods.Decree09.YearOf(2024), made, days, tours);
        Assert.Equal(Parts(year), Parts(months));
    });

    [Fact]
    public void AClass_CountsWithItsPeopleWhereItsReportWasApproved_AndStandsBesideUntilThen()
    {
        TrainingClass[] late = [Class(0, new(2024, 5, 14), new(2024, 6, 20), 40, ClassStage.Closed)];
        ReportFigures may = Of(ReportingPeriods.Decree09.Month(2024, 5), late);
        ReportFigures june = Of(ReportingPeriods.Decree09.Month(2024, 6), late);
        ReportFigures july = Of(ReportingPeriods.Decree09.Month(2024, 7), late);
        Assert.Equal((0, 0, 1), (may.ClassesHeld, may.Attended, may.ReportsMissing));
        Assert.Equal((0, 0, 1), (june.ClassesHeld, june.Attended, june.ReportsMissing));
        Assert.Equal((1, 40, 0), (july.ClassesHeld, july.Attended, july.ReportsMissing));
        Assert.Equal((0, 1, 1), (may.Streams[0].ClassesHeld, may.Streams[0].AwaitingApproval, may.HeldInAll));
        Assert.Empty(may.Communes);
        Assert.Equal((1, 40), (july.Streams.Sum(s => s.ClassesClosed), july.AttendedByUnit["xa-gia-cat"]));
        Assert.Equal(0, Of(ReportingPeriods.Decree09.Quarter(2024, 3), late).ReportsMissing);
    }

    [Theory]
    [InlineData("2024-05-14 23:59", 0)]
    [InlineData("2024-05-15 00:00", 1)]
    public void AClass_WhoseReportIsApprovedOnTheVeryLastDay_MissesNoReport(string approved, int missing)
    {
        TrainingClass c = Class(0, new(2024, 5, 1), new(2024, 5, 14), 10, ClassStage.Closed);
        c = c with { Report = c.Report with { ApprovedAt = SampleClass.At(approved) } };
        Assert.Equal(missing, Of(ReportingPeriods.Decree09.Month(2024, 5), [c]).ReportsMissing);
    }

    [Fact]
    public void TwoClasses_AddUpByStreamAudienceGroupMoneyAndQuarter()
    {
        TrainingClass[] two =
        [
            Class(0, new(2024, 5, 1), new(2024, 5, 14), 20, ClassStage.Closed), Class(0, new(2024, 5, 2), new(2024, 5, 14), 30, ClassStage.Closed),
        ];
        ReportFigures year = Of(ReportingPeriods.Decree09.YearOf(2024), two, tours: [Tour(new(2024, 5, 20), 32)]);
        Assert.Equal(new StreamFigures(Plan.Streams[0].Id, 10, 500, 2, 2, 54, 50, 5, 25) { AwaitingApproval = 0 }, year.Streams[0]);
        Assert.Equal((50, 50), (year.AttendedByAudience["Cooperative"], year.AttendedByEthnicGroup[""]));
        Assert.Equal(6_090_000_000, year.Spent["ngan-sach"]);
        Assert.Equal(new QuarterFigures(2, 2, 2, 50, 25, 0, 1, 6_090_000_000), year.Quarters[1]);
    }

    [Fact]
    public void ACommunesOwnClass_StandsWithTheCommuneThatLedIt()
    {
        TrainingClass own = Class(3, new(2024, 5, 1), new(2024, 5, 14), 20, ClassStage.Closed) with { LeadUnitId = "xa-phu-xa" };
        TrainingClass ordered = Class(0, new(2024, 5, 1), new(2024, 5, 14), 30, ClassStage.Closed) with { LeadUnitId = "xa-phu-xa" };
        ReportFigures year = Of(ReportingPeriods.Decree09.YearOf(2024), [own, own, ordered]);
        Assert.Equal([new("xa-gia-cat", 3, 70, 0, 0, 0), new CommuneFigures("xa-phu-xa", 0, 0, 2, 40, 0)], year.Communes);
    }

    [Fact]
    public void AsOrdered_AddsUpTheStreamsThatThePlanGivesANumberFor()
    {
        TrainingClass[] classes = [.. Enumerable.Range(0, 4).Select(n => Class(n, new(2024, 5, 1), new(2024, 5, 14), 10 + n, ClassStage.Closed))];
        ReportFigures year = Of(ReportingPeriods.Decree09.YearOf(2024), classes);
        Assert.Equal((3, 33), (year.HeldAsOrdered, year.AttendedAsOrdered));
    }

    [Fact]
    public void Money_BelongsToTheBudgetYearOfTheLastDay_AndStandsApartWhenApprovedAfterSettlement()
    {
        TrainingClass[] classes =
        [
            Class(0, new(2024, 11, 1), new(2024, 12, 1), 20, ClassStage.Closed), Class(1, new(2024, 12, 20), new(2025, 1, 31), 20, ClassStage.Closed),
            Class(2, new(2024, 12, 20), new(2025, 2, 1), 20, ClassStage.Closed), Class(0, new(2025, 1, 2), new(2025, 2, 1), 20, ClassStage.Closed),
        ];
        ReportFigures all = ReportFigures.Of(FigureSums.OfAll(Plan), classes, [], []);
        Assert.Equal(
            [(2024, 6_000_000_000, 3_000_000_000), (2025, 3_000_000_000, 0)],
            all.BudgetYears.Select(y => (y.Year, y.InTime.Values.Sum(), y.Late.Values.Sum())));
        Assert.Equal(all.Spent.Values.Sum(), all.BudgetYears.Sum(y => y.InTime.Values.Sum() + y.Late.Values.Sum()));
    }

    [Fact]
    public void Progress_CountsWhatCameAfterTheCutOff_AndTheYearsReportDoesNot()
    {
        TrainingClass[] classes = [Class(0, new(2024, 12, 10), new(2024, 12, 17), 10, ClassStage.Closed),
            Class(1, new(2024, 12, 18), new(2024, 12, 20), 10, ClassStage.Closed)];
        CommunicationDay[] days = [Day(new(2024, 12, 20), 3)];
        ReportFigures year = Of(ReportingPeriods.Decree09.YearOf(2024), classes, days);
        ReportFigures all = ReportFigures.Of(FigureSums.OfAll(Plan), classes, days, []);
        Assert.Equal((0, 0, 1), (year.ClassesHeld, year.Attended, year.ReportsMissing));
        Assert.Equal((2, 20, 3), (all.ClassesHeld, all.Attended, all.CommunicationByChannel["Broadcast"]));
    }

    [Fact]
    public void ACancelledClass_CountsOnlyWhereItWasCancelled()
    {
        TrainingClass[] cancelled = [Class(0, new(2024, 5, 20), new(2024, 5, 15), 0, ClassStage.Cancelled)];
        Assert.Equal([0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0], Enumerable.Range(1, 12)
            .Select(m => Of(ReportingPeriods.Decree09.Month(2024, m), cancelled).ClassesCancelled));
    }

    [Fact]
    public void TheDay_IsThatOfVietnam()
    {
        TrainingClass c = Class(0, new(2024, 5, 1), new(2024, 5, 14), 10, ClassStage.Closed);
        TrainingClass lastMinute = c with { Report = c.Report with { ApprovedAt = SampleClass.At("2024-05-14 23:59") } };
        TrainingClass nextDay = c with { Report = c.Report with { ApprovedAt = SampleClass.At("2024-05-15 00:00") } };
        Assert.Equal(10, Of(ReportingPeriods.Decree09.Month(2024, 5), [lastMinute]).Attended);
        Assert.Equal(0, Of(ReportingPeriods.Decree09.Month(2024, 5), [nextDay]).Attended);
    }

    [Fact]
    public void Streams_ShowPlannedAgainstDone_AndNothingWhereThePlanIsOpen()
    {
        ReportFigures figures = Of(ReportingPeriods.Decree09.YearOf(2024), []);
        Assert.Equal(
            [(10, 500), (2, 100), (7, 350), (null, null)], figures.Streams.Select(s => (s.ClassesPlanned, s.SeatsPlanned)));
    }

    [Fact]
    public void Communication_AndTours_AreAddedByChannelUnitAndMoney()
    {
        ReportFigures figures = Of(
            ReportingPeriods.Decree09.YearOf(2024), [], [Day(new(2024, 3, 1), 3), Day(new(2024, 3, 2), 4), Day(new(2024, 12, 15), 100)],
            [Tour(new(2024, 8, 20), 32)]);
        Assert.Equal([new("Broadcast", 7)], figures.CommunicationByChannel);
        Assert.Equal([new("xa-gia-cat", 7)], figures.CommunicationByUnit);
        Assert.Equal((1, 32, 90_000_000L), (figures.ToursHeld, figures.TourMembers, figures.Spent["ngan-sach"]));
    }

    [Fact]
    public void QuartersSexesAndCommunes_AddUpToTheWhole()
    {
        TrainingClass[] classes =
        [
            Class(0, new(2024, 3, 14), new(2024, 3, 15), 40, ClassStage.Closed), Class(3, new(2024, 6, 14), new(2024, 6, 14), 21, ClassStage.Closed),
        ];
        ReportFigures year = Of(ReportingPeriods.Decree09.YearOf(2024), classes, [Day(new(2024, 12, 14), 5)]);
        Assert.Equal([(1, 0, 0, 0), (2, 2, 61, 0), (3, 0, 0, 0), (4, 0, 0, 5)],
            year.Quarters.Select(q => (q.Number, q.ClassesHeld, q.Attended, q.Communication)));
        Assert.Equal((30, 31), (year.AttendedBySex["Female"], year.AttendedBySex["Male"]));
        CommuneFigures gia = Assert.Single(year.Communes, c => c.UnitId == "xa-gia-cat");
        Assert.Equal((2, 61, 5), (gia.ClassesHosted, gia.Attended, gia.Communication));
        // The fourth stream has no number in the plan: what is held in it is beside the plan.
        Assert.Equal((2, 1, 40), (year.ClassesHeld, year.HeldAsOrdered, year.AttendedAsOrdered));
        Assert.Equal(2, Assert.Single(Of(ReportingPeriods.Decree09.Quarter(2024, 2), classes).Quarters).Number);
    }

    private static ReportFigures Of(
        ReportingPeriod p, TrainingClass[] classes, IEnumerable<CommunicationDay>? days = null, IEnumerable<StudyTour>? tours = null) =>
        ReportFigures.Of(new FigureSums(Plan, p), classes, days ?? [], tours ?? []);

    private static long[] Parts(params ReportFigures[] reports) =>
    [
        reports.Sum(f => f.ClassesHeld), reports.Sum(f => f.Streams.Sum(s => s.ClassesClosed)), reports.Sum(f => f.Streams.Sum(s => s.Registered)),
        reports.Sum(f => f.Attended), reports.Sum(f => f.Streams.Sum(s => s.WalkIns)), reports.Sum(f => f.Streams.Sum(s => s.Women)),
        reports.Sum(f => f.AttendedByUnit.Values.Sum()), reports.Sum(f => f.AttendedByAudience.Values.Sum()),
            reports.Sum(f => f.AttendedByEthnicGroup.Values.Sum()),
        reports.Sum(f => f.CommunicationByChannel.Values.Sum()), reports.Sum(f => f.CommunicationByUnit.Values.Sum()),
        reports.Sum(f => f.ToursHeld), reports.Sum(f => f.TourMembers), reports.Sum(f => f.Spent.Values.Sum()), reports.Sum(f => f.ClassesCancelled),
    ];

    private static TrainingClass Class(int number, DateOnly lastDay, DateOnly decided, int attended, ClassStage stage)
    {
        DateTimeOffset start = VietnamTime.At(lastDay, new TimeOnly(7, 30));
        DateTimeOffset at = VietnamTime.At(decided, new TimeOnly(16, 0));
        bool closed = stage == ClassStage.Closed;
        return SampleClass.Planned() with
        {
            Id = new($"lop-{number}"),
            StreamId = Plan.Streams[number % 4].Id,
            Stage = stage,
            Sessions = [new Session(1, start, start.AddHours(3))],
            CancelledAt = stage == ClassStage.Cancelled ? at : null,
            Report = closed ? new ClassReportState { Stage = ClassReportStage.Approved, ApprovedAt = at } : new(),
            Figures = closed ? Figures(attended) : null,
        };
    }

    private static ClassFigures Figures(int attended) => new()
    {
        Registered = attended + 2,
        Attended = attended,
        WalkIns = attended / 10,
        Women = attended / 2,
        ByUnit = new Dictionary<string, int> { ["xa-gia-cat"] = attended },
        ByAudience = new Dictionary<string, int> { ["Cooperative"] = attended },
        ByEthnicGroup = new Dictionary<string, int> { [""] = attended },
        Spent = new Dictionary<string, long> { ["ngan-sach"] = 3_000_000_000 },
    };

    private static CommunicationDay Day(DateOnly date, int count) => new(date, [new("xa-gia-cat", CommunicationChannel.Broadcast, count)]);

    private static StudyTour Tour(DateOnly closed, int travelled) => new()
    {
        Id = new("doan-1"),
        PlanId = Plan.Id,
        PlannedTourId = "tham-quan-hoc-tap",
        LeadUnitId = "van-phong-dieu-phoi",
        MinimumMembers = 30,
        MaximumMembers = 35,
        Stage = TourStage.Closed,
        Travelled = travelled,
        ClosedAt = VietnamTime.StartOf(closed),
        Report = new TourReport("Tốt", [new Spending("ngan-sach", 90_000_000)], "van-phong-dieu-phoi", VietnamTime.StartOf(closed)),
    };
}
