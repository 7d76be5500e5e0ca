using DocumentFormat.OpenXml;

namespace NtmServerless.Documents.PeriodicReports;

/// <summary>Planned against done, stream by stream; and one period beside another.</summary>
internal static class StreamTables
{
    private static readonly DocumentWords Words = DocumentWords.Vietnamese;

    /// <param name="caption">Key of the caption.</param>
    public static IEnumerable<OpenXmlElement> Of(Plan plan, ReportFigures figures, string caption)
    {
        Column[] columns =
        [
            new(Words["column.order"], 11, Align.Center), new(Words["column.stream"], 0), new(Words["column.planned"], 14, Align.Center),
            new(Words["column.held"], 15, Align.Center), new(Words["column.done-share"], 16, Align.Center), new(Words["column.seats"], 15, Align.Center),
            new(Words["column.attended"], 14, Align.Center), new(Words["column.women"], 15, Align.Center), new(Words["column.walk-ins-short"], 15, Align.Center),
        ];
        yield return Paragraphs.Of(TextStyles.Caption, Words["caption." + caption]);
        yield return Tables.Of(Decree30.TextWidth, columns, Rows(plan, figures), TableLook.List with { HasSums = true });
        yield return Paragraphs.Of(TextStyles.Gap);
    }

    /// <summary>The period, the one before and the year so far beside each other.</summary>
    public static IEnumerable<OpenXmlElement> Comparison(ReportFigures figures, ReportFigures? before, ReportFigures? year)
    {
        if (before is null && year is null) yield break;
        ReportFigures?[] spans = [figures, before, year];
        Column[] columns =
        [
            new(Words["column.figure"], 0), new(Words["column.period"], 32, Align.Right), new(Words["column.before"], 32, Align.Right), new(Words["column.year"], 36, Align.Right),
        ];
        yield return Paragraphs.Of(TextStyles.Caption, Words["caption.comparison"]);
        yield return Tables.Of(
            Decree30.TextWidth, columns,
            [
                Row("column.held", f => f.ClassesHeld), Row("column.attended", f => f.Attended), Row("column.women", f => f.Streams.Sum(s => s.Women)),
                Row("column.communication", f => f.CommunicationByChannel.Values.Sum()), Row("column.spending-sum", f => f.Spent.Values.Sum()),
            ],
            TableLook.Figures);
        yield return Paragraphs.Of(TextStyles.Gap);

        string[] Row(string name, Func<ReportFigures, long> figure) =>
            [Words[name], .. spans.Select(s => s is null ? Words["label.nothing"] : Vietnamese.Number(figure(s)))];
    }

    // What the plan ordered is added up by itself: only that can be measured against the plan.
    private static IEnumerable<string[]> Rows(Plan plan, ReportFigures figures)
    {
        StreamFigures[] ordered = [.. figures.Streams.Where(IsOrdered)];
        StreamFigures[] own = [.. figures.Streams.Where(s => !IsOrdered(s))];
        foreach ((int index, StreamFigures s) in ordered.Index()) yield return Row($"{index + 1}", NameOf(plan, s), s);
        yield return Row("", Words[own.Length == 0 ? "label.sum" : "label.sum-ordered"], Sum(ordered));
        if (own.Length == 0) yield break;
        foreach ((int index, StreamFigures s) in own.Index()) yield return Row($"{ordered.Length + index + 1}", NameOf(plan, s), s);
        yield return Row("", Words["label.sum-all"], Sum(figures.Streams) with { ClassesPlanned = null, SeatsPlanned = null });
    }

    private static bool IsOrdered(StreamFigures s) => s.ClassesPlanned is not null;

    private static string NameOf(Plan plan, StreamFigures s) => VietnameseCase.Start(plan.FindStream(s.StreamId)?.DisplayTitle ?? s.StreamId);

    private static StreamFigures Sum(IReadOnlyList<StreamFigures> all) => new(
        "", all.Sum(s => s.ClassesPlanned ?? 0), all.Sum(s => s.SeatsPlanned ?? 0), all.Sum(s => s.ClassesHeld), all.Sum(s => s.ClassesClosed),
        all.Sum(s => s.Registered), all.Sum(s => s.Attended), all.Sum(s => s.WalkIns), all.Sum(s => s.Women));

    private static string[] Row(string order, string name, StreamFigures s) =>
    [
        order, name, OrNothing(s.ClassesPlanned), Vietnamese.Number(s.ClassesHeld),
        s.ClassesPlanned is { } planned ? Vietnamese.Share(s.ClassesHeld, planned) : Words["label.nothing"], OrNothing(s.SeatsPlanned),
        Vietnamese.Number(s.Attended), Vietnamese.Number(s.Women), Vietnamese.Number(s.WalkIns),
    ];

    private static string OrNothing(int? number) => number is { } n ? Vietnamese.Number(n) : Words["label.nothing"];
}
