namespace NtmServerless.Pages.Progress;

/// <summary>The figures of a plan year as tables.</summary>
public sealed class ProgressTables(Plan plan, ProgressFigures figures, ListPaths lists, VietnameseTexts texts)
{
    /// <summary>Names of the tables in the address of their file.</summary>
    public static readonly string[] Names = ["lop", "nguoi", "chu-tri", "quy", "xa", "truyen-thong", "tham-quan"];

    /// <exception cref="ArgumentOutOfRangeException">There is no such table.</exception>
    public FigureTable Of(string name) => name switch
    {
        "lop" => Classes(),
        "nguoi" => People(),
        "chu-tri" => Leads(),
        "quy" => Quarters(),
        "xa" => Communes(),
        "truyen-thong" => Communication(),
        "tham-quan" => Tours(),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    /// <summary>Names of the tables that have anything to say.</summary>
    public IEnumerable<string> Shown => Names.Where(n => n switch
    {
        "chu-tri" => figures.Leads.Count > 0,
        "xa" => figures.Communes.Count > 0,
        "truyen-thong" => Channels.Count > 0,
        _ => true,
    });

    // Channels by which something was made known in the year.
    private IReadOnlyList<CommunicationChannel> Channels =>
        [.. Enum.GetValues<CommunicationChannel>().Where(c => figures.Months.Any(m => m.CountOf(c) > 0))];

    public string StreamName(string streamId) => plan.FindStream(streamId)?.DisplayTitle is { Length: > 0 } title
        ? char.ToUpper(title[0], System.Globalization.CultureInfo.InvariantCulture) + title[1..]
        : streamId;

    private string QuarterName(QuarterProgress quarter) => quarter.Period.Kind == PeriodKind.Supplement
        ? texts["progress.after-quarters", ("from", Short(quarter.Period.From))]
        : texts["progress.quarter",
        ("number", Roman[quarter.Period.Number - 1]), ("from", Short(quarter.Period.From)), ("to", Short(quarter.Period.To))];

    private static readonly string[] Roman = ["I", "II", "III", "IV"];

    private static string Short(DateOnly date) => $"{date.Day:00}/{date.Month:00}";

    private FigureTable Classes() => new(
        "lop", texts["progress.classes"],
        [texts["progress.col-stream"], texts["progress.planned"], texts["progress.in-the-year"], texts["progress.held"], texts["progress.closed"]],
        [.. figures.Streams.Select(s => Line(StreamName(s.Done.StreamId), s, s.Done.StreamId))],
        new(texts["progress.sum"],
        [
            new(PlanTotals.Of(plan).Classes),
            new(figures.Streams.Sum(s => s.InTheYear), lists.Classes(StageGroups.InTheYear)),
            new(figures.YearSoFar.HeldInAll, lists.Classes(StageGroups.Held)),
            new(figures.Streams.Sum(s => s.Done.ClassesClosed), lists.Classes(ListPaths.Closed)),
        ]));

    private ProgressLine Line(string name, StreamProgress s, string id) => new(name,
    [
        new(s.Done.ClassesPlanned),
        new(s.InTheYear, lists.Classes(StageGroups.InTheYear, id)),
        new(s.Done.HeldInAll, lists.Classes(StageGroups.Held, id)),
        new(s.Done.ClassesClosed, lists.Classes(ListPaths.Closed, id)),
    ]);

    private FigureTable People() => new(
        "nguoi", texts["progress.people"],
        [
            texts["progress.col-stream"], texts["progress.seats"], texts["progress.registered-so-far"], texts["progress.registered"],
            texts["progress.attended"], texts["progress.women"], texts["progress.walk-ins"],
        ],
        [.. figures.Streams.Select(s => PeopleLine(StreamName(s.Done.StreamId), [s], s.Done.SeatsPlanned, s.Done.StreamId))],
        PeopleLine(texts["progress.sum"], figures.Streams, PlanTotals.Of(plan).Seats, null));

    private ProgressLine PeopleLine(string name, IReadOnlyList<StreamProgress> streams, int? seats, string? id)
    {
        return new(name,
        [
            new(seats),
            new(streams.Sum(s => s.RegisteredSoFar), lists.Classes(StageGroups.InTheYear, id, count: ClassCount.RegisteredSoFar)),
            new(streams.Sum(s => s.Done.Registered), Closed(ClassCount.Registered)),
            new(streams.Sum(s => s.Done.Attended), Closed(ClassCount.Attended)),
            new(streams.Sum(s => s.Done.Women), Closed(ClassCount.Women)),
            new(streams.Sum(s => s.Done.WalkIns), Closed(ClassCount.WalkIns)),
        ]);

        string Closed(ClassCount count) => lists.Classes(ListPaths.Closed, id, count: count);
    }

    private FigureTable Leads() => new(
        "chu-tri", texts["progress.by-lead"],
        [texts["progress.col-lead"], texts["progress.in-the-year"], texts["progress.held"]],
        [.. figures.Leads.Select(l => new ProgressLine(plan.UnitName(l.UnitId),
        [
            new(l.InTheYear, lists.Classes(StageGroups.InTheYear, leadUnitId: l.UnitId)),
            new(l.Held, lists.Classes(StageGroups.Held, leadUnitId: l.UnitId)),
        ]))]);

    private FigureTable Quarters() => new(
        "quy", texts["progress.quarters"],
        [texts["progress.col-quarter"], texts["progress.window"], texts["progress.scheduled"], texts["progress.held"],
            texts["progress.approved-in-quarter"], texts["progress.seats-scheduled"], texts["progress.attended"]],
        [.. figures.Quarters.Select(q => new ProgressLine(QuarterName(q),
        [
            new(q.Planned),
            new(q.Scheduled, lists.Classes(StageGroups.InTheYear, quarter: NumberOf(q))),
            new(q.Held, lists.Classes(StageGroups.Held, quarter: NumberOf(q))),
            new(q.Approved, lists.Classes(ListPaths.Closed, approvedIn: NumberOf(q))),
            new(q.Seats, lists.Classes(StageGroups.InTheYear, quarter: NumberOf(q), count: ClassCount.Seats)),
            new(q.Attended, lists.Classes(ListPaths.Closed, approvedIn: NumberOf(q), count: ClassCount.Attended)),
        ]))]);

    private static int NumberOf(QuarterProgress quarter) => quarter.Period.Kind == PeriodKind.Supplement ? ClassFilter.AfterQuarters : quarter.Period.Number;

    private FigureTable Communes() => new(
        "xa", texts["progress.communes"],
        [
            texts["progress.col-commune"], texts["progress.in-the-year"], texts["progress.held"], texts["progress.seats-here"],
            texts["progress.attended-here"], texts["progress.own-people"],
        ],
        [.. figures.Communes.Select(c => new ProgressLine(plan.UnitName(c.UnitId),
        [
            new(c.InTheYear, lists.Classes(StageGroups.InTheYear, communeId: c.UnitId)),
            new(c.Held, lists.Classes(StageGroups.Held, communeId: c.UnitId)),
            new(c.Seats, lists.Classes(StageGroups.InTheYear, communeId: c.UnitId, count: ClassCount.Seats)),
            new(c.Attended, lists.Classes(ListPaths.Closed, communeId: c.UnitId, count: ClassCount.Attended)),
            new(c.OwnPeople, lists.Classes(ListPaths.Closed, count: ClassCount.OwnPeople(c.UnitId))),
        ]))]);

    private FigureTable Communication()
    {
        IReadOnlyList<CommunicationChannel> channels = Channels;
        return new(
            "truyen-thong", texts["progress.communication"],
            [texts["progress.col-month"], .. channels.Select(c => texts.Word(c)), texts["progress.sum"]],
            [.. figures.Months.Select(m => CommunicationLine(MonthName(m), [m], channels, m.Period))],
            CommunicationLine(texts["progress.sum"], figures.Months, channels, null));
    }

    private string MonthName(MonthProgress month) => month.Period.Kind == PeriodKind.Supplement
        ? texts["progress.after-months"] : texts["progress.month", ("number", $"{month.Period.Number}")];

    // Without a period: of the whole plan.
    private ProgressLine CommunicationLine(
        string name, IReadOnlyList<MonthProgress> months, IReadOnlyList<CommunicationChannel> channels, ReportingPeriod? period)
    {
        return new(name,
        [
            .. channels.Select(c => new Figure(months.Sum(m => m.CountOf(c)), List(c))), new(months.Sum(m => m.ByChannel.Values.Sum()), List(null)),
        ]);

        string List(CommunicationChannel? channel) => period is null ? lists.AllCommunication(plan, channel) : lists.Communication(period, channel);
    }

    private FigureTable Tours() => new(
        "tham-quan", texts["progress.tours"],
        [texts["progress.col-tours"], texts["progress.planned-tours"], texts["progress.tours-in-the-year"], texts["progress.tours-held"],
            texts["progress.travelled"]],
        [
            new(texts["progress.whole-year"],
            [
                new(figures.Tours.Planned), new(figures.Tours.InTheYear, lists.Tours),
                new(figures.Tours.Held, lists.Tours), new(figures.Tours.Travelled, lists.Tours),
            ]),
        ]);
}
