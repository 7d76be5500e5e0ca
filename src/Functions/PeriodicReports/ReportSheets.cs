namespace NtmServerless.Functions.PeriodicReports;

/// <summary>The figures of a report as lines of a spreadsheet: section, name, number.</summary>
public static class ReportSheets
{
    public static string Kind(VietnameseTexts texts, PeriodKind kind) => texts[$"report.kind-{NtmServerless.Pages.Parts.Codes.Key(kind)}"];

    public static string[] Columns(VietnameseTexts texts) => [texts["report.section"], texts.Report("col-name"), texts["report.figure"], texts.Report("col-count")];

    public static IEnumerable<object?[]> Lines(VietnameseTexts texts, Plan plan, PeriodicReport report)
    {
        if (report.Figures is not { } figures) return [];
        return
        [
            .. figures.Streams.SelectMany(s => Stream(texts, plan, s)),
            .. Counts("by-unit", figures.AttendedByUnit, id => plan.FindUnit(id)?.Name ?? id),
            .. Counts("by-audience", figures.AttendedByAudience, texts.Word),
            .. Counts("by-ethnic-group", figures.AttendedByEthnicGroup, g => g.Length == 0 ? texts.Report("not-given") : g),
            .. Counts("communication-by-channel", figures.CommunicationByChannel, texts.Word),
            .. Counts("communication-by-unit", figures.CommunicationByUnit, id => plan.FindUnit(id)?.Name ?? id),
            .. figures.Spent.Select(s => Line("spent", plan.Funding?.Sources.FirstOrDefault(f => f.Id == s.Key)?.Text ?? s.Key, "col-amount", s.Value)),
        ];

        IEnumerable<object?[]> Counts(string section, IReadOnlyDictionary<string, int> counts, Func<string, string> name) =>
            counts.Select(c => Line(section, name(c.Key), "col-count", c.Value));

        object?[] Line(string section, string name, string figure, long number) => [texts.Report(section), name, texts.Report(figure), number];
    }

    private static IEnumerable<object?[]> Stream(VietnameseTexts texts, Plan plan, StreamFigures s)
    {
        (string Column, int? Number)[] figures =
        [
            ("col-planned", s.ClassesPlanned), ("col-held", s.ClassesHeld), ("col-awaiting", s.AwaitingApproval), ("col-seats", s.SeatsPlanned),
            ("col-registered", s.Registered), ("col-attended", s.Attended), ("col-women", s.Women), ("col-walk-ins", s.WalkIns),
        ];
        if (s.Declared > 0) figures = [.. figures, ("col-declared", s.Declared)];
        return figures.Select(f => new object?[]
        {
            texts.Report("streams"), plan.StreamTitle(s.StreamId), texts.Report(f.Column), f.Number,
        });
    }
}
