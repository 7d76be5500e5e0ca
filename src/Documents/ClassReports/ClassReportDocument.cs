using DocumentFormat.OpenXml;

namespace NtmServerless.Documents.ClassReports;

/// <summary>Báo cáo kết quả lớp (BC): what the lead unit filed beside what the records say; who attended and what proves it as annexes.</summary>
internal sealed class ClassReportDocument(VietnameseTexts texts, TemplateSet templates)
{
    private static readonly DocumentWords Words = DocumentWords.Vietnamese;

    /// <exception cref="ArgumentException">No report is filed.</exception>
    public byte[] Write(DocumentHead head, ClassFile file)
    {
        ClassReport report = file.Report ?? throw new ArgumentException("No report is filed.", nameof(file));
        ClassFigures figures = file.Class.Figures ?? ClassCounting.Of(file.Registrations, file.Sheets, report.Spent);
        FilledTemplate filled = FilledTemplate.Of(templates[TemplateKind.ClassReport], Values(head, file, report, figures), Blocks(file, figures));
        Sheet attended = OfficialPaper.Annex(1, Words["annex.attended"], head, filled.Type, [new AttendedList(texts).Of(file)], wide: true);
        Sheet evidence = OfficialPaper.Annex(2, Words["annex.evidence"], head, filled.Type, [EvidenceListDocument.Of(file)], wide: true);
        Sheet[] annexes = file.Evidence.Count > 0 ? [attended, evidence] : [attended];
        return WordFile.Write($"{filled.Type}: {filled.Abstract}", [OfficialPaper.Of(head, filled), .. annexes]);
    }

    private Dictionary<string, string> Values(DocumentHead head, ClassFile file, ClassReport report, ClassFigures figures)
    {
        long spent = figures.Spent.Values.Sum();
        Dictionary<string, string> values = ClassValues.Of(file, head.IssuingBody, texts);
        values["registered"] = WrittenNumber.Of(figures.Registered);
        values["attended"] = WrittenNumber.Of(figures.Attended);
        values["women"] = WrittenNumber.Of(figures.Women);
        values["walk-ins"] = figures.WalkIns > 0 ? WrittenNumber.Of(figures.WalkIns) : "";
        values["cancelled-after"] = figures.CancelledAfter > 0 ? WrittenNumber.Of(figures.CancelledAfter) : "";
        values["share"] = Vietnamese.Share(figures.Attended - figures.WalkIns, figures.Registered);
        values["trainers"] = report.Trainers ?? "";
        values["materials"] = report.Materials ?? "";
        values["contents"] = report.Contents ?? "";
        values["results"] = report.Results;
        values["difference"] = report.DifferenceNote ?? "";
        values["difficulties"] = report.Difficulties ?? Words["label.none-written"];
        values["proposals"] = report.Proposals ?? Words["label.none-written"];
        values["spent"] = Vietnamese.Money(spent);
        values["spent-words"] = AmountWords.Of(spent);
        values["signed-sheets"] = WrittenNumber.Of(file.Evidence.Count(e => e.Kind == EvidenceKind.SignedSheet));
        values["photos"] = WrittenNumber.Of(file.Evidence.Count(e => e.Kind == EvidenceKind.Photo));
        // A report looks back at all sessions.
        foreach ((string key, string value) in ClassValues.Of(file with { Class = file.Class with { HeldSessions = 0 } }, head.IssuingBody, texts))
            if (key is "sessions-count" or "first-day" or "last-day" or "span") values[key] = value;
        return values;
    }

    private Dictionary<string, IEnumerable<OpenXmlElement>> Blocks(ClassFile file, ClassFigures figures) => new()
    {
        ["sessions"] = ClassBlocks.Sessions(file.Class.Sessions),
        ["topics"] = ClassBlocks.Topics(file),
        ["attendance"] = AttendanceTable.Of(file),
        ["by-unit"] = CountTables.ByUnit(file.Plan, figures.ByUnit),
        ["by-audience"] = CountTables.ByAudience(figures.ByAudience, texts),
        ["by-ethnic-group"] = CountTables.ByEthnicGroup(figures.ByEthnicGroup),
        ["spending"] = CountTables.Spending(file.Plan, figures.Spent),
    };
}
