using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace NtmServerless.Documents.PeriodicReports;

/// <summary>
/// Classes planned and held, stream by stream, as a chart of the file itself: it prints in the document's typeface and an
/// officer can change its looks. Streams are named by their number in the table above it.
/// </summary>
internal sealed class ProgressChart
{
    private const string Id = "rIdProgress";
    private const double Height = 70;

    private static readonly DocumentWords Words = DocumentWords.Vietnamese;

    public ProgressChart(ReportFigures figures)
    {
        StreamFigures[] planned = [.. figures.Streams.Where(s => s.ClassesPlanned is not null)];
        if (planned.Length == 0) return;
        string[] names = [.. planned.Select((_, i) => Words["chart.stream", ("number", $"{i + 1}")])];
        Part = new WordBarChart(Id, names,
        [
            new(Words["chart.planned"], "9E9E9E", [.. planned.Select(s => s.ClassesPlanned!.Value)]),
            new(Words["chart.held"], "1F4E79", [.. planned.Select(s => s.ClassesHeld)]),
        ]);
    }

    /// <summary>Null where the plan gives no numbers to compare with.</summary>
    public WordBarChart? Part { get; }

    public IEnumerable<OpenXmlElement> Content()
    {
        if (Part is null) yield break;
        // One paragraph, whose lines stay together: not every program keeps a caption with a picture in the next.
        Paragraph picture = Paragraphs.Of(TextStyles.Caption, Words["caption.chart"]);
        picture.Append(new Run(new Break(), Pictures.Chart(Id, 1, Words["caption.chart"], Decree30.TextWidth, Height)));
        picture.Layout().KeepNext = new KeepNext { Val = false };
        picture.Layout().KeepLines = new KeepLines();
        yield return picture;
    }
}
