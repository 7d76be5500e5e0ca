using CsCheck;
using NtmServerless.Domain.Tests.Declarations;
using Xunit;

namespace NtmServerless.Domain.Tests.PeriodicReports;

/// <summary>
/// Over random years of work logged and taken back late, of classes and tours approved whenever, of reports compiled late, anew or
/// after later ones: what the reports of each chain say together is what the records say.
/// </summary>
public sealed class ReportChainTests
{
    private static readonly Plan First = SamplePlan.Plan;
    private static readonly ReportingPeriods Periods = ReportingPeriods.Decree09;
    private static readonly DateOnly Begin = Periods.YearOf(2024).From;

    // By this day everything is approved; what comes after it is not there yet.
    private static readonly int End = Periods.YearOf(2025).To.DayNumber - Begin.DayNumber + 120;

    // A record of either plan: its day, when it came, when it was taken back (0: never), and how much.
    private static readonly Gen<Made[]> Records = Gen.Select(Gen.Int[-30, 800], Gen.Int[0, 200], Gen.Int[0, 200], Gen.Int[1, 9], Gen.Int[0, 6], Gen.Bool,
        (day, after, back, count, what, next) =>
        new Made(day, day + after, back < 100 ? 0 : day + after + back, count, what, next)).Array[0, 30];

    // Days until each report is compiled, and until it is approved, one after the other.
    private static readonly Gen<(int Compiled, int Approved)[]> Delays =
        Gen.Select(Gen.Int[1, 60], Gen.Int[0, 90], (compiled, approved) => (compiled, approved)).Array[40];

    [Theory]
    [InlineData(AfterYearEnd.Supplement)]
    [InlineData(AfterYearEnd.NextPlan)]
    public void TheReportsOfAChain_SayEachRecordOnce_WheneverItCame(AfterYearEnd after) => Gen.Select(Records, Delays).Sample((records, delays) =>
    {
        Plan plan = First with { Reporting = First.Reporting with { AfterYearEnd = after } };
        Plan next = First with { Id = new("cao-loc-2025"), Year = 2025, Reporting = First.Reporting with { AfterYearEnd = AfterYearEnd.Supplement } };
        Office office = new([plan, next], records);
        (ReportingPeriod Period, Plan Plan, int At, int ApprovedAt)[] all =
        [
            .. new[] { plan, next }.SelectMany(p => Periods.OfYear(p.Year).Select(period => (period, p))).Select((p, n) =>
                (p.period, p.p, Math.Min(End - 2, DayOf(p.period.To) + delays[n].Compiled),
                    Math.Min(End - 1, DayOf(p.period.To) + delays[n].Compiled + delays[n].Approved))),
        ];
        foreach ((int day, bool approve, (ReportingPeriod Period, Plan Plan, int, int) r) in all
            .SelectMany(r => new[] { (r.At, false, r), (r.ApprovedAt, true, r) }).OrderBy(a => a.Item1).ThenBy(a => a.Item2))
        {
            if (approve) office.Approve(r.Plan, r.Period, day);
            else office.Compile(r.Plan, r.Period, day);
        }

        // What was said late stands in the supplements: in one, or in two.
        foreach (Plan p in after == AfterYearEnd.Supplement ? [plan, next] : new[] { next })
        {
            DateOnly from = Periods.AfterYear(p.Year), half = Begin.AddDays(End - delays[0].Approved);
            if (delays[0].Compiled % 2 == 0) office.Approve(p, ReportingPeriods.Supplement(p.Year, 1, from, half), DayOf(half));
            else half = from.AddDays(-1);
            office.Approve(p, ReportingPeriods.Supplement(p.Year, 2, half.AddDays(1), Begin.AddDays(End)), End);
        }

        foreach (PeriodKind kind in ReportChain.Kinds)
        {
            Assert.Equal(office.Records(plan, End), Published(plan, kind));
            Assert.Equal(office.Records(next, End), Published(next, kind));
        }

        string Published(Plan p, PeriodKind kind) => Lines(ReportChain.Of(p.Id, kind, office.Reports).Sums()
            .Select(s => new FigureLine(s.Key.Part, s.Key.Key, s.Value)));
    }, iter: 30);

    [Fact]
    public void LateWork_StandsInTheNextReport_AndNotInTheClosedOne()
    {
        Office office = new([First], [new Made(40, 100, 0, 5, 0, false)]);
        PeriodicReport february = office.Approve(First, Periods.Month(2024, 2), 62);
        PeriodicReport april = office.Approve(First, Periods.Month(2024, 4), 122);
        Assert.Empty(february.Figures!.CommunicationByChannel);
        Assert.Equal([new(FigurePart.CommunicationByChannel, "Broadcast", 0, 5), new(FigurePart.CommunicationByUnit, "xa-gia-cat", 0, 5)],
            april.Corrections!.Lines);
        Assert.Equal("month-2024-02", april.Corrections.AgainstReportId);
    }

    [Fact]
    public void APeriodThatWasMissed_SaysItsRecordsItself_AndNoOtherDoes()
    {
        Office office = new([First], [new Made(65, 66, 0, 5, 0, false)]);
        office.Approve(First, Periods.Month(2024, 2), 62);
        PeriodicReport april = office.Approve(First, Periods.Month(2024, 4), 122);
        PeriodicReport march = office.Approve(First, Periods.Month(2024, 3), 130);
        Assert.Empty(april.Corrections!.Lines);
        Assert.Equal(5, march.Figures!.CommunicationByChannel["Broadcast"]);
        Assert.Empty(march.Corrections!.Lines);
    }

    [Fact]
    public void AMissedPeriodMadeAfterALaterOne_CorrectsNothingThatThatOneCorrected()
    {
        Office office = new([First], [new Made(20, 100, 0, 5, 0, false)]);
        office.Approve(First, Periods.Month(2024, 1), 40);
        Assert.NotEmpty(office.Approve(First, Periods.Month(2024, 4), 122).Corrections!.Lines);
        Assert.Empty(office.Approve(First, Periods.Month(2024, 3), 130).Corrections!.Lines);
    }

    [Fact]
    public void Submit_WhenAMissedPeriodWasMadeMeanwhile_IsRefusedUntilCompiledAnew()
    {
        Office office = new([First], []);
        office.Approve(First, Periods.Month(2024, 1), 40);
        PeriodicReport march = office.Compile(First, Periods.Month(2024, 3), 100);
        Assert.False(ReportDecisions.IsOutdated(march, office.Reports));
        office.Compile(First, Periods.Month(2024, 2), 101);
        Assert.True(ReportDecisions.IsOutdated(march, office.Reports));
        Assert.False(ReportDecisions.IsOutdated(office.Compile(First, Periods.Month(2024, 3), 102), office.Reports));
    }

    [Fact]
    public void AReportOfBeforeSexWasCounted_IsNotCorrectedForIt()
    {
        Office office = new([First], [new Made(40, 45, 0, 5, 1, false)]);
        office.Approve(First, Periods.Month(2024, 2), 62, f => f with { AttendedBySex = new Dictionary<string, int>() });
        Assert.DoesNotContain(office.Approve(First, Periods.Month(2024, 4), 122).Corrections!.Lines, l => l.Part == FigurePart.AttendedBySex);
    }

    [Fact]
    public void AReportOfBeforeClassesCountedWhenApproved_IsPutRightByTheNext()
    {
        // Held in February, approved in March: the old rule counted it in February and its people in March.
        Office office = new([First], [new Made(50, 80, 0, 5, 1, false)]);
        office.Approve(First, Periods.Month(2024, 2), 70, f =>
            f with { Streams = [f.Streams[0] with { ClassesHeld = 1, AwaitingApproval = null }, .. f.Streams.Skip(1)] });
        PeriodicReport march = office.Approve(First, Periods.Month(2024, 3), 95);
        Assert.Equal((1, 5), (march.Figures!.ClassesHeld, march.Figures.Attended));
        Assert.Equal([new Correction(FigurePart.ClassesHeld, First.Streams[0].Id, 1, 0)], march.Corrections!.Lines);
    }

    [Fact]
    public void ASpanOnRequest_StandsOutsideOfTheChains()
    {
        Office office = new([First], [new Made(40, 100, 0, 5, 0, false)]);
        office.Approve(First, Periods.Month(2024, 2), 62);
        PeriodicReport asked = office.Approve(First, new ReportingPeriod(PeriodKind.AdHoc, 2024, 0, Begin, Begin.AddDays(100)), 122);
        Assert.Equal((5, 0), (asked.Figures!.CommunicationByChannel["Broadcast"], asked.Corrections!.Lines.Count));
        Assert.NotEmpty(office.Approve(First, Periods.Month(2024, 4), 123).Corrections!.Lines);
    }

    [Fact]
    public void TheNextPlansFirstPeriods_CarryWhatCameLate_AndNameTheOldPlansThings()
    {
        Plan plan = First with { Reporting = First.Reporting with { AfterYearEnd = AfterYearEnd.NextPlan } };
        Plan next = First with { Id = new("cao-loc-2025"), Year = 2025, Streams = [] };
        int december = DayOf(new DateOnly(2024, 12, 20));
        Office office = new([plan, next], [new Made(december, december + 5, 0, 5, 1, false), new Made(40, december, 0, 2, 0, false)]);
        office.Approve(plan, Periods.Month(2024, 12), december - 2);
        PeriodicReport january = office.Approve(next, Periods.Month(2025, 1), DayOf(new DateOnly(2025, 1, 16)));
        CarriedFigures carried = Assert.Single(january.Carried);
        Assert.Equal((1, 5), (carried.Figures.ClassesHeld, carried.Figures.Attended));
        Assert.Equal(plan.StreamTitle(plan.Streams[0].Id), carried.Names[plan.Streams[0].Id]);
        Assert.DoesNotContain(office.Approve(next, Periods.Month(2025, 2), DayOf(new DateOnly(2025, 2, 16))).Carried, c => c.HasAny);
    }

    private static int DayOf(DateOnly date) => date.DayNumber - Begin.DayNumber;

    private static string Lines(IEnumerable<FigureLine> lines) =>
        string.Join('\n', lines.Where(l => l.Value != 0).OrderBy(l => l.Part).ThenBy(l => l.Key, StringComparer.Ordinal));

    /// <param name="What">0: communication; 1, 2: a class; 3: a class that is called off; 4: a tour; 5: a declared class, withdrawn where it is taken
    /// back; 6: one that is declared and accepted.</param>
    internal sealed record Made(int Day, int At, int Back, int Count, int What, bool OfNext);

    /// <summary>An office with its plans, its records as of any day, and its reports.</summary>
    private sealed class Office(Plan[] plans, Made[] records)
    {
        private readonly Dictionary<(PlanId, string), PeriodicReport> _reports = [];

        public IReadOnlyCollection<PeriodicReport> Reports => _reports.Values;

        public string Records(Plan plan, int day)
        {
            FigureSums sums = FigureSums.OfAll(plan);
            Add(plan, day, sums.Add, sums.Add, sums.Add, sums.Add);
            return Lines(FigureLines.Of(sums.ToFigures()));
        }

        public PeriodicReport Compile(Plan plan, ReportingPeriod period, int day)
        {
            PeriodicReport report = _reports.GetValueOrDefault((plan.Id, period.Id))
                ?? new() { PlanId = plan.Id, Id = period.Id, Period = period, AskedAt = default };
            ReportSums own = ReportSums.OfOwn(report, plan, Reports);
            Add(plan, day, own.Add, own.Add, own.Add, own.Add);
            IReadOnlyList<Plan> earlier = CarriedPlans.Of(plan, plans);
            List<ReportSums> carried = [];
            foreach (Plan p in earlier)
            {
                ReportSums sums = ReportSums.OfCarried(report, p, earlier[0], Reports);
                Add(p, day, sums.Add, sums.Add, sums.Add, sums.Add);
                carried.Add(sums);
            }

            Compilation made = Compilation.Of(report, own, carried, null, [], null);
            return _reports[(plan.Id, period.Id)] = ReportDecisions.Compile(report, made, "x", default).Report;
        }

        public PeriodicReport Approve(Plan plan, ReportingPeriod period, int day, Func<ReportFigures, ReportFigures>? asItWas = null)
        {
            PeriodicReport report = _reports.GetValueOrDefault((plan.Id, period.Id)) is { } there && !ReportDecisions.IsOutdated(there, Reports) ? there
                : Compile(plan, period, day);
            if (asItWas is not null) report = report with { Figures = asItWas(report.Figures!) };
            return _reports[(plan.Id, period.Id)] = ReportDecisions.Approve(ReportDecisions.Submit(report, null, Reports, "x", default).Report, default).Report;
        }

        private void Add(
            Plan plan, int day, Action<TrainingClass> addClass, Action<CommunicationDay> addDay, Action<StudyTour> addTour, Action<DeclaredClass> addDeclared)
        {
            foreach ((int n, Made m) in records.Index().Where(r => (r.Item.OfNext ? plans[^1] : plans[0]).Id == plan.Id))
            {
                if (m.What == 0 && m.At <= day && (m.Back == 0 || m.Back > day)) addDay(new(Begin.AddDays(m.Day),
                    [new("xa-gia-cat", CommunicationChannel.Broadcast, m.Count)]));
                if (m.What is 5 or 6) addDeclared(Declared(plan, n, m, day));
                if (m.What is 1 or 2 or 3) addClass(Class(plan, n, m, day));
                if (m.What == 4) addTour(SampleTour.In(TourStage.Closed) with
                {
                    Travelled = m.Count,
                    ClosedAt = m.At <= day
                    ? VietnamTime.StartOf(Begin.AddDays(m.At)) : null
                });
            }
        }

        // Once accepted it never changes; withdrawn is only what was not accepted.
        private static DeclaredClass Declared(Plan plan, int number, Made m, int day)
        {
            DeclaredClass sent = SampleDeclared.Class with
            {
                Id = new($"khai-{number}"),
                StreamId = plan.Streams.Count == 0 ? "" : plan.Streams[number % plan.Streams.Count].Id,
                FirstDay = Begin.AddDays(m.Day),
                LastDay = Begin.AddDays(m.Day),
                Attended = m.Count,
                Women = m.Count / 2,
            };
            DateTimeOffset at = VietnamTime.At(Begin.AddDays(m.At), new TimeOnly(16, 0));
            if (m.At > day) return sent;
            return m.What == 5 && m.Back > 0 ? DeclarationDecisions.Withdraw(sent, "Khai trùng", sent.UnitId, at).Class
                : DeclarationDecisions.Accept(sent, "van-phong-dieu-phoi", at).Class;
        }

        private static TrainingClass Class(Plan plan, int number, Made m, int day)
        {
            DateTimeOffset start = VietnamTime.At(Begin.AddDays(m.Day), new TimeOnly(7, 30)), at = VietnamTime.At(Begin.AddDays(m.At), new TimeOnly(16, 0));
            bool over = m.At <= day, off = m.What == 3;
            return SampleClass.Planned() with
            {
                Id = new($"lop-{number}"),
                StreamId = plan.Streams.Count == 0 ? "" : plan.Streams[number % plan.Streams.Count].Id,
                Stage = !over ? ClassStage.Reporting : off ? ClassStage.Cancelled : ClassStage.Closed,
                Sessions = [new Session(1, start, start.AddHours(3))],
                SessionCounts = [new SessionCount(1, m.Count, 0)],
                CancelledAt = over && off ? at : null,
                Report = over && !off ? new ClassReportState { Stage = ClassReportStage.Approved, ApprovedAt = at } : new(),
                Figures = over && !off ? Figures(m.Count) : null,
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
            Spent = new Dictionary<string, long> { ["ngan-sach"] = attended * 1_000_000 },
        };
    }
}
