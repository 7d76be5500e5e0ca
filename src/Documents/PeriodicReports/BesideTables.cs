using DocumentFormat.OpenXml;

namespace NtmServerless.Documents.PeriodicReports;

/// <summary>Tables beside the sums of a report: quarters, what units say otherwise, what is corrected of closed periods; nothing where there is
/// nothing.</summary>
internal static class BesideTables
{
    private static readonly DocumentWords Words = DocumentWords.Vietnamese;

    public static IEnumerable<OpenXmlElement> Quarters(ReportFigures figures) => figures.Quarters.Count < 2 ? [] : Table(
        Words["caption.by-quarter"],
        [
            new(Words["column.quarter"], 0), Number("column.held"), Number("column.attended"), Number("column.women"), Number("column.communication-short"),
            new(Words["column.amount"], 35, Align.Right),
        ],
        [
            .. figures.Quarters.Select(q => (string[])
                [Words["label.quarter", ("number", Roman.Of(q.Number))], .. Numbers(q.ClassesHeld, q.Attended, q.Women, q.Communication, q.Spent)]),
        ]);

    public static IEnumerable<OpenXmlElement> Stated(Plan plan, IReadOnlyList<StatedByUnit> stated, VietnameseTexts texts) => Table(
        Words["caption.stated"],
        [new(Words["column.communication-by-unit"], 0), new(Words["column.figure"], 55), Number("column.said"), Number("column.recorded")],
        [
            .. stated.SelectMany(s => s.Differences.Select(d => (string[])[NameOf(plan, s.UnitId), texts.Word(d.Channel), .. Numbers(d.Said, d.Logged)])
                .Concat(s.OwnClasses > 0 || s.OwnPeople > 0
                    ? [[NameOf(plan, s.UnitId), Words["label.own-classes", ("classes", Vietnamese.Number(s.OwnClasses))], Vietnamese.Number(s.OwnPeople),
                        Words["label.nothing"]]]
                    : Array.Empty<string[]>())
                .Concat(s.Spent.Select(m => (string[])[NameOf(plan, s.UnitId), SourceOf(plan, m.SourceId), Vietnamese.Number(m.Amount),
                    Words["label.nothing"]]))),
        ]);

    /// <summary>What earlier plans hand on to this report.</summary>
    public static IEnumerable<OpenXmlElement> Carried(Plan plan, IReadOnlyList<CarriedFigures> carried, VietnameseTexts texts) => carried.SelectMany(c => Table(
        Words["caption.carried", ("year", $"{c.Year}")],
        [new(Words["column.figure"], 58), new(Words["column.corrected"], 0), new(Words["column.count"], 28, Align.Right)],
        [
            .. c.Lines().Select(l => (string[])
            [
                VietnameseCase.Start(texts.Word(l.Part)),
                VietnameseCase.Start(c.Names.GetValueOrDefault(l.Key) ?? OfWhat(plan, l.Part, l.Key, texts)), Vietnamese.Number(l.Value),
            ]),
        ]));

    /// <summary>Money by budget year; nothing where the report's own year is the only one.</summary>
    public static IEnumerable<OpenXmlElement> BudgetYears(Plan plan, ReportFigures figures, bool isYear) => figures.BudgetYears.Count < 2 && !isYear ? []
        : Table(
        Words["caption.budget-years"],
        [new(Words["column.budget-year"], 22), new(Words["column.spending"], 0), new(Words["column.in-time"], 34, Align.Right),
            new(Words["column.too-late"], 34, Align.Right)],
        [
            .. figures.BudgetYears.SelectMany(y => y.InTime.Keys.Union(y.Late.Keys).Order(StringComparer.Ordinal).Select(s => (string[])
                [$"{y.Year}", SourceOf(plan, s), .. Numbers(y.InTime.GetValueOrDefault(s), y.Late.GetValueOrDefault(s))])),
        ]);

    public static IEnumerable<OpenXmlElement> Corrections(Plan plan, ReportCorrections? corrections, VietnameseTexts texts) => Table(
        Words["caption.corrections"],
        [new(Words["column.figure"], 0), new(Words["column.corrected"], 45), Number("column.published"), Number("column.now"), Number("column.difference")],
        [
            .. (corrections ?? ReportCorrections.None).Lines.Select(c => (string[])
            [
                VietnameseCase.Start(texts.Word(c.Part)), VietnameseCase.Start(OfWhat(plan, c.Part, c.Key, texts)),
                .. Numbers(c.Published, c.Now, c.Difference),
            ]),
        ]);

    private static string OfWhat(Plan plan, FigurePart part, string key, VietnameseTexts texts) => part switch
    {
        FigurePart.AttendedByUnit or FigurePart.CommunicationByUnit => NameOf(plan, key),
        FigurePart.AttendedByAudience or FigurePart.CommunicationByChannel or FigurePart.AttendedBySex => texts.Word(key),
        FigurePart.AttendedByEthnicGroup => key.Length == 0 ? Words["label.not-given"] : key,
        FigurePart.Spent => SourceOf(plan, key),
        _ => key.Length == 0 ? Words["label.nothing"] : plan.StreamTitle(key),
    };

    private static IEnumerable<OpenXmlElement> Table(string caption, Column[] columns, IReadOnlyList<string[]> rows)
    {
        if (rows.Count == 0) yield break;
        yield return Paragraphs.Of(TextStyles.Caption, caption);
        yield return Tables.Of(Decree30.TextWidth, columns, rows, TableLook.Figures);
        yield return Paragraphs.Of(TextStyles.Gap);
    }

    private static Column Number(string column) => new(Words[column], 22, Align.Right);

    private static string NameOf(Plan plan, string unitId) => plan.UnitName(unitId);

    private static string SourceOf(Plan plan, string id) => VietnameseCase.Start(plan.Funding?.Sources.FirstOrDefault(f => f.Id == id)?.Text ?? id);

    private static IEnumerable<string> Numbers(params long[] numbers) => numbers.Select(n => Vietnamese.Number(n));
}
