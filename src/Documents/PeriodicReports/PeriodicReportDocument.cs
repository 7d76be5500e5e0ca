using DocumentFormat.OpenXml;

namespace NtmServerless.Documents.PeriodicReports;

/// <summary>Báo cáo định kỳ, đột xuất (BC): the figures of a period against the plan, and what units wrote.</summary>
internal sealed class PeriodicReportDocument(VietnameseTexts texts, TemplateSet templates)
{
    /// <exception cref="ArgumentException">The report is not compiled.</exception>
    public byte[] Write(DocumentHead head, ReportFile file)
    {
        ReportFigures figures = file.Report.Figures ?? throw new ArgumentException("The report is not compiled.", nameof(file));
        // Of a year, and of a span that reaches beyond it, the year so far says nothing new.
        ReportFigures? year = file.Report.Period.Kind is PeriodKind.Year ? null : file.Report.YearSoFar;
        ProgressChart chart = new(figures);
        FilledTemplate filled = FilledTemplate.Of(
            templates[TemplateKind.PeriodicReport], ReportValues.Of(head, file, figures, year, texts), Blocks(file, figures, year, chart));
        return WordFile.Write($"{filled.Type}: {filled.Abstract}", [OfficialPaper.Of(head, filled) with { Charts = chart.Part is { } part ? [part] : [] }]);
    }

    private Dictionary<string, IEnumerable<OpenXmlElement>> Blocks(ReportFile file, ReportFigures figures, ReportFigures? year, ProgressChart chart) => new()
    {
        ["streams"] = StreamTables.Of(file.Plan, figures, "streams"),
        ["year-so-far"] = year is null ? [] : StreamTables.Of(file.Plan, year, "year-so-far"),
        ["chart"] = chart.Content(),
        ["by-unit"] = CountTables.ByUnit(file.Plan, figures.AttendedByUnit),
        ["by-audience"] = CountTables.ByAudience(figures.AttendedByAudience, texts),
        ["by-ethnic-group"] = CountTables.ByEthnicGroup(figures.AttendedByEthnicGroup),
        ["by-sex"] = CountTables.BySex(figures.AttendedBySex, texts),
        ["by-quarter"] = BesideTables.Quarters(figures),
        ["stated"] = BesideTables.Stated(file.Plan, file.Report.Stated, texts),
        ["budget-years"] = BesideTables.BudgetYears(file.Plan, figures, year is null),
        ["carried"] = BesideTables.Carried(file.Plan, file.Report.Carried, texts),
        ["corrections"] = BesideTables.Corrections(file.Plan, file.Report.Corrections, texts),
        ["communication-by-channel"] = CountTables.CommunicationByChannel(figures.CommunicationByChannel, texts),
        ["communication-by-unit"] = CountTables.CommunicationByUnit(file.Plan, figures.CommunicationByUnit),
        ["spending"] = CountTables.Spending(file.Plan, figures.Spent),
        ["comparison"] = StreamTables.Comparison(figures, file.Before, year),
        ["difficulties"] = Remarks(file, r => r.Difficulties),
        ["proposals"] = Remarks(file, r => r.Proposals),
    };

    private static IEnumerable<OpenXmlElement> Remarks(ReportFile file, Func<UnitRemark, string?> part)
    {
        UnitRemark[] written = [.. file.Remarks.Where(r => !string.IsNullOrWhiteSpace(part(r)))];
        if (written.Length == 0) yield return Paragraphs.Of(TextStyles.Body, DocumentWords.Vietnamese["label.none-written-by-units"]);
        foreach (UnitRemark remark in written)
        {
            yield return Paragraphs.Of(TextStyles.Item, $"- {file.Plan.FindUnit(remark.UnitId)?.Name ?? remark.UnitId}:").KeptWithNext();
            foreach (OpenXmlElement line in Paragraphs.Lines(TextStyles.Body, part(remark)!)) yield return line;
        }
    }
}
