using CsCheck;
using Xunit;

namespace NtmServerless.Domain.Tests.Progress;

public sealed class ProgressFiguresTests
{
    private static readonly Plan Plan = SamplePlan.Plan;
    private static readonly string[] Communes = [.. Plan.Units.Where(u => u.IsCommuneLevel).Select(u => u.Id)];
    private static readonly ReportingPeriod Year = ReportingPeriods.Decree09.YearOf(2024);

    // Days after the first of the reporting year on which a class ends, how late its report is, who came, where, and its stage.
    private static readonly Gen<(int LastDay, int Late, int Attended, int Host, ClassStage Stage)[]> Classes = Gen.Select(
        Gen.Int[-20, 400], Gen.Int[0, 30], Gen.Int[0, 60], Gen.Int[0, Communes.Length - 1], Gen.Enum<ClassStage>(),
        (day, late, attended, host, stage) => (day, late, attended, host, stage)).Array[0, 19];

    [Fact]
    public void Figures_AreThoseOfTheYearsReport_AndQuartersCommunesAndStreamsAddUpToThem() => Classes.Sample(made =>
    {
        TrainingClass[] classes = [.. made.Select((c, n) => Class(n, Year.From.AddDays(c.LastDay), c.Late, c.Attended, c.Host, c.Stage))];
        CommunicationDay[] days = [.. made.Select(c => new CommunicationDay(Year.From.AddDays(Math.Clamp(c.LastDay, 0, 365)), [new("xa-gia-cat", CommunicationChannel.Broadcast, c.Attended)]))];
        ReportFigures report = ReportFigures.Of(FigureSums.OfAll(Plan), classes, days, []);
        ProgressFigures progress = ProgressFigures.Of(Plan, classes, days, [], []);

        Assert.Equal(report.Streams, progress.Streams.Select(s => s.Done));
        Assert.Equal(report.ClassesHeld, progress.Quarters.Sum(q => q.Approved));
        Assert.Equal(report.HeldInAll, progress.Communes.Sum(c => c.Held));
        Assert.Equal(report.HeldInAll, progress.Leads.Sum(l => l.Held));
        Assert.Equal(report.Attended, progress.Communes.Sum(c => c.Attended));
        Assert.Equal(report.Attended, progress.Quarters.Sum(q => q.Attended));
        Assert.Equal(report.AttendedByUnit.Values.Sum(), progress.Communes.Sum(c => c.OwnPeople));
        Assert.Equal(report.CommunicationByChannel.Values.Sum(), progress.Months.Sum(m => m.ByChannel.Values.Sum()));
        int active = classes.Count(c => c.Stage != ClassStage.Cancelled);
        Assert.Equal((active, active), (progress.Streams.Sum(s => s.InTheYear), progress.Communes.Sum(c => c.InTheYear)));
        Assert.Equal(active, progress.Leads.Sum(l => l.InTheYear));
    });

    [Fact]
    public void Orders_AreFilledOnlyByClassesOfStreamsWithANumber()
    {
        TrainingStream free = Plan.Streams.Single(s => s.ClassCount is null);
        TrainingClass ordered = Class(0, new(2024, 5, 10), 3, 40, 0, ClassStage.Closed);
        TrainingClass own = Class(1, new(2024, 5, 10), 3, 30, 0, ClassStage.Closed) with { StreamId = free.Id };
        ProgressFigures progress = ProgressFigures.Of(Plan, [ordered, own], [], [], []);
        Assert.Equal((2, 1), (progress.YearSoFar.ClassesHeld, progress.HeldAsOrdered));
        Assert.Equal((70, 40), (progress.YearSoFar.Attended, progress.AttendedAsOrdered));
    }

    [Fact]
    public void Quarters_AreThoseOfTheQuartersReports()
    {
        TrainingClass[] classes =
        [
            Class(0, new(2024, 6, 14), 3, 40, 0, ClassStage.Closed),
            Class(1, new(2024, 6, 15), 3, 40, 0, ClassStage.Reporting) with { SessionCounts = [new(1, 40, 0)] },
            Class(2, new(2024, 7, 1), 0, 0, 0, ClassStage.Registering), Class(3, new(2024, 7, 2), 0, 0, 0, ClassStage.Postponed),
        ];
        ProgressFigures progress = ProgressFigures.Of(Plan, classes, [], [], []);
        Assert.Equal([(0, 0, 0), (19, 1, 1), (19, 2, 1), (0, 0, 0)], progress.Quarters.Select(q => (q.Planned, q.Scheduled, q.Held)));
        Assert.Equal([0, 50, 100, 0], progress.Quarters.Select(q => q.Seats));
        Assert.Equal([0, 0, 40, 0], progress.Quarters.Select(q => q.Attended));
        Assert.Equal(1, progress.Undated);
        Assert.All(progress.Quarters, q => Assert.Equal(
            ReportFigures.Of(new FigureSums(Plan, q.Period), classes, [], []).ClassesHeld, q.Approved));
    }

    [Fact]
    public void RegisteredSoFar_CountsClassesThatNoReportSpeaksOfYet()
    {
        TrainingClass open = SampleClass.Registering() with { Seats = new Seats(50) { Confirmed = 12, Waitlisted = 3 } };
        StreamProgress stream = ProgressFigures.Of(Plan, [open, Class(2, new(2024, 5, 2), 1, 40, 1, ClassStage.Closed)], [], [], [])
            .Streams.Single(s => s.Done.StreamId == open.StreamId);
        Assert.Equal((2, 12 + 42, 42, 40), (stream.InTheYear, stream.RegisteredSoFar, stream.Done.Registered, stream.Done.Attended));
    }

    [Fact]
    public void Tours_ArePlannedAgainstTheYearAndTravelled() => Assert.Equal(
        new TourProgress(1, 1, 1, 31),
        ProgressFigures.Of(Plan, [], [], [SampleTour.In(TourStage.Closed) with { Travelled = 31, ClosedAt = SampleClass.At("2024-09-01 09:00") }], []).Tours);

    [Theory]
    [InlineData("2023-12-14", null)]
    [InlineData("2023-12-15", 1)]
    [InlineData("2024-03-14", 1)]
    [InlineData("2024-03-15", 2)]
    [InlineData("2024-12-14", 4)]
    [InlineData("2024-12-15", null)]
    public void QuarterOf_IsTheQuarterOfTheReport(string day, int? quarter) =>
        Assert.Equal(quarter, ReportingPeriods.Decree09.QuarterOf(2024, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2024-05-14", "month-2024-05")]
    [InlineData("2024-05-15", "month-2024-06")]
    [InlineData("2024-12-15", "month-2025-01")]
    public void MonthOf_IsTheMonthOfTheReport(string day, string month) =>
        Assert.Equal(month, ReportingPeriods.Decree09.MonthOf(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).Id);

    private static TrainingClass Class(int number, DateOnly lastDay, int late, int attended, int host, ClassStage stage)
    {
        DateTimeOffset start = VietnamTime.At(lastDay, new TimeOnly(7, 30));
        bool closed = stage == ClassStage.Closed;
        return SampleClass.In(stage) with
        {
            Id = new($"lop-{number}"),
            StreamId = Plan.Streams[number % 4].Id,
            HostUnitId = Communes[host],
            Sessions = stage == ClassStage.Planned ? [] : [new Session(1, start, start.AddHours(3))],
            Report = closed ? new ClassReportState { Stage = ClassReportStage.Approved, ApprovedAt = start.AddDays(late) } : new(),
            Figures = closed ? Figures(attended, Communes[(host + 1) % Communes.Length]) : null,
        };
    }

    private static ClassFigures Figures(int attended, string from) => new()
    {
        Registered = attended + 2,
        Attended = attended,
        WalkIns = 0,
        Women = attended / 2,
        ByUnit = new Dictionary<string, int> { [from] = attended },
        ByAudience = new Dictionary<string, int>(),
        ByEthnicGroup = new Dictionary<string, int>(),
        Spent = new Dictionary<string, long>(),
    };
}
