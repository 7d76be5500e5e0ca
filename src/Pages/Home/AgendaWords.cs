namespace NtmServerless.Pages.Home;

/// <summary>Says in Vietnamese what waits: what to do, about which record, and why.</summary>
public sealed class AgendaWords(
    Plan plan, IReadOnlyList<TrainingClass> classes, IReadOnlyList<StudyTour> tours, IReadOnlyList<PeriodicReport> reports,
    IReadOnlyList<DeclaredClass> declared, VietnameseTexts texts)
{
    public AgendaWords(Plan plan, HomeView view, VietnameseTexts texts)
        : this(plan, view.Classes, view.Tours, view.Reports, view.Declared, texts)
    {
    }

    /// <summary>What to do.</summary>
    public string Do(AgendaItem item) => texts["home.do-" + Codes.Key(item.Kind), Facts(item)];

    /// <summary>What to do about which class or tour; what is done about a report names it already.</summary>
    public string Heading(AgendaItem item)
    {
        string text = Do(item);
        return reports.Any(r => r.Id == item.RecordId)
            ? text
            : $"{Subject(item.RecordId)}: {char.ToLower(text[0], System.Globalization.CultureInfo.InvariantCulture)}{text[1..]}";
    }

    /// <summary>The word on the button.</summary>
    public string Go(AgendaItem item) => texts["home.go-" + Codes.Key(item.Kind)];

    /// <summary>What things of one kind are, and how many.</summary>
    public string Group(AgendaGroup group) =>
        texts["home.all-" + Codes.Key(group.Kind), ("number", group.Number ?? 0), ("count", group.Items.Count)];

    /// <summary>When it is due, or how late it is.</summary>
    public string Due(AgendaItem item, DateTimeOffset now) => item switch
    {
        { Overdue: true, DaysLate: 0 } => texts["home.late-today"],
        { Overdue: true } => texts["home.late", ("days", item.DaysLate)],
        _ when VietnamTime.DateOf(item.Due) == VietnamTime.DateOf(now) => texts["home.due-today", ("hour", Vietnamese.Hour(item.Due))],
        _ => texts["home.due", ("when", Vietnamese.Day(VietnamTime.DateOf(item.Due)))],
    };

    public string Why(AgendaItem item) => texts["home.why-" + Codes.Key(item.Kind), Facts(item)];

    public string What(ComingUp coming) => texts["home.coming-" + Codes.Key(coming.Kind),
        ("subject", Subject(coming.RecordId)), ("month", coming.Kind == ComingKind.ReportingMonthEnds ? Month(coming.At) : "")];

    /// <summary>A day where a day is meant, a day and an hour where something happens at that hour.</summary>
    public static string When(ComingUp coming) => coming.At == VietnamTime.StartOf(VietnamTime.DateOf(coming.At))
        ? Vietnamese.Day(VietnamTime.DateOf(coming.At))
        : Vietnamese.DayAndHour(coming.At);

    /// <summary>Name of the class, tour, stream or unit that it is about; the span of a report.</summary>
    public string Subject(string recordId) =>
        Class(recordId) is { } c ? ClassNames.InShort(c, plan, texts)
        : plan.FindStream(recordId) is not null ? texts["home.stream", ("stream", Stream(recordId))]
        : Tour(recordId)?.Destination is { } destination ? texts["home.tour", ("destination", destination)]
        : plan.FindUnit(recordId) is { } unit ? unit.Name
        : reports.FirstOrDefault(r => r.Id == recordId) is { } report ? texts["home.report", ("from", report.Period.From), ("to", report.Period.To)]
        : recordId.Length == 0 ? texts["home.declared-classes"]
        : declared.FirstOrDefault(d => d.Id == recordId) is { } d ? DeclaredNames.InShort(d, plan, texts)
        : texts["home.any-tour"];

    /// <summary>The unit that owes it, where that is another one; null where it is the officer's own.</summary>
    public string? OtherUnit(AgendaItem item, string ownUnitId) =>
        (Class(item.RecordId)?.LeadUnitId ?? Tour(item.RecordId)?.LeadUnitId) is { } lead && lead != ownUnitId ? UnitName(lead) : null;

    private TrainingClass? Class(string id) => classes.FirstOrDefault(c => c.Id == id);

    private StudyTour? Tour(string id) => tours.FirstOrDefault(t => t.Id == id);

    private string Stream(string id) => plan.StreamTitle(id);

    private string UnitName(string id) => plan.UnitName(id);

    private string Month(DateTimeOffset at) => texts.Period(ReportingPeriods.Of(plan).MonthOf(VietnamTime.DateOf(at)));

    private (string, object)[] Facts(AgendaItem item) =>
    [
        ("number", item.Number ?? 0),
        ("period", reports.FirstOrDefault(r => r.Id == item.RecordId) is { } report ? texts.Period(report.Period) : Month(item.Due)),
        .. Class(item.RecordId) is { } c ? FactsOf(c) : [],
    ];

    private (string, object)[] FactsOf(TrainingClass c)
    {
        SheetDifference? difference = EvidenceDecisions.Differences(c) is [var first, ..] ? first : null;
        return
        [
            ("minimum", c.Least()),
            ("confirmed", c.Seats.Confirmed),
            ("reason", c.Reason ?? ""),
            ("missing", texts[c.Evidence is { SignedSheets: 0, Photos: 0 } ? "home.sheet-and-photos" : c.Evidence.Photos == 0 ? "home.photos" : "home.sheet"]),
            ("signatures", difference?.Signatures ?? 0),
            ("marked", difference?.Marked ?? 0),
            ("ended", c.Sessions.Count == 0 ? "" : c.LastDay),
            ("returned", c.Report.ReturnedAt ?? DateTimeOffset.MinValue),
            ("submitted", c.Report.SubmittedAt ?? DateTimeOffset.MinValue),
        ];
    }
}
