namespace NtmServerless.Functions.PeriodicReports;

/// <summary>
/// Keeps the rows behind a report's figures from its compilation to its annex, so that the annex adds up with it, and makes
/// sheets of them.
/// </summary>
public sealed class ReportTables(DocumentFiles files, PlanStore plans, ClassSummaries classes, CommunicationStore communication, TourStore tours,
    DeclarationStore declarations, VietnameseTexts texts)
{
    private const string MediaType = "application/jsonl";

    /// <summary>Keeps them under their hash, which goes into the report; again, it changes nothing.</summary>
    public async Task<string> KeepAsync(PeriodicReport report, ReportRows rows, CancellationToken cancellation)
    {
        string sha256 = DocumentFiles.HashOf(rows.Lines.Span);
        await files.StoreAsync(report.PlanId, report.Id, sha256, BinaryData.FromBytes(rows.Lines).ToStream(), MediaType, cancellation);
        return sha256;
    }

    /// <summary>The rows as they were when the report was compiled.</summary>
    public async Task<IReadOnlyList<AnnexTable>> OfAsync(Plan plan, PeriodicReport report, CancellationToken cancellation)
    {
        ILookup<string?, CountedRow> rows = (await RowsAsync(plan, report, cancellation)).ToLookup(r => r.PlanId);
        List<AnnexTable> made = [.. Of(plan, rows[null])];
        foreach (string earlier in rows.Select(r => r.Key).OfType<string>())
        {
            Plan of = await plans.FindAsync(new PlanId(earlier), cancellation) ?? throw new RecordMissingException("plan");
            made.AddRange(Of(of, rows[earlier]).Select(t => t with { Name = texts["document.sheet-of-year", ("sheet", t.Name), ("year", of.Year)] }));
        }

        return made;
    }

    /// <summary>The rows behind a report's figures, of its plan and of those that it carries.</summary>
    public async Task<IEnumerable<CountedRow>> RowsAsync(Plan plan, PeriodicReport report, CancellationToken cancellation) => ReportRows.Read(
        report.RowsSha256 is { } sha256
            ? await files.ReadAsync(report.PlanId, report.Id, sha256, cancellation) ?? throw new RecordMissingException("document")
            : await AsTheyAreAsync(plan, CountedSpan.Of(report.Period), cancellation));

    /// <summary>Classes, communication work and tours among rows of one plan.</summary>
    public IReadOnlyList<AnnexTable> Of(Plan plan, IEnumerable<CountedRow> rows) =>
    [
        Classes(plan, rows.Select(r => r.Class).OfType<CountedClass>()),
        Work(plan, rows.Select(r => r.Work).OfType<CountedWork>()),
        Tours(plan, rows.Select(r => r.Tour).OfType<CountedTour>()),
    ];

    // Of a report that was compiled before rows were kept.
    private async Task<ReadOnlyMemory<byte>> AsTheyAreAsync(Plan plan, CountedSpan span, CancellationToken cancellation)
    {
        ReportRows rows = new(span);
        await foreach (TrainingClass c in classes.EachAsync(plan.Id, cancellation)) rows.Add(c);
        foreach (CommunicationDay day in await communication.DaysAsync(plan.Id, cancellation)) rows.Add(day);
        foreach (StudyTour tour in await tours.OfPlanAsync(plan.Id, cancellation)) rows.Add(tour);
        foreach (DeclaredClass d in await declarations.OfPlanAsync(plan.Id, cancellation)) rows.Add(d);
        return rows.Lines;
    }

    private AnnexTable Classes(Plan plan, IEnumerable<CountedClass> counted) => new(
        texts["document.sheet-classes"],
        Columns("class", "class-name", "title", "stream", "lead", "host", "first-day", "last-day", "stage", "approved", "registered", "attended", "walk-ins",
            "women", "spent"),
        [
            .. from c in counted
               orderby c.LastDay ?? DateOnly.MaxValue, c.Id
               select (IReadOnlyList<AnnexCell>)
               [
                   c.Id, ShortName(plan, c), c.Title, plan.StreamTitle(c.StreamId), NameOf(plan, c.LeadUnitId), NameOf(plan, c.HostUnitId),
                   AnnexCell.Of(c.FirstDay), AnnexCell.Of(c.LastDay), StageOf(c), AnnexCell.Of(c.ApprovedOn),
                   AnnexCell.Of(c.Registered), AnnexCell.Of(c.Attended), AnnexCell.Of(c.WalkIns), AnnexCell.Of(c.Women), AnnexCell.Of(c.Spent),
               ],
        ]);

    private string StageOf(CountedClass c) =>
        c.Declared is { } declared ? texts["document.declared-stage", ("stage", texts.Word(declared))] : texts.Word(c.Stage);

    // Rows that were kept before they had the number show the id alone.
    private string ShortName(Plan plan, CountedClass c) => c.Declared is not null ? texts["document.declared-class"] : c.Number == 0
        ? "" : ClassNames.InShort(ClassNames.Number(c.NumberInPlan, c.StreamId, c.Number, plan), c.HostUnitId, c.FirstDay, plan, texts);

    private AnnexTable Work(Plan plan, IEnumerable<CountedWork> counted) => new(
        texts["document.sheet-communication"],
        Columns("date", "unit", "channel", "count"),
        [
            .. from w in counted
               orderby w.Date
               select (IReadOnlyList<AnnexCell>)[w.Date, NameOf(plan, w.UnitId), texts.Word(w.Channel), w.Count],
        ]);

    private AnnexTable Tours(Plan plan, IEnumerable<CountedTour> counted) => new(
        texts["document.sheet-tours"],
        Columns("tour", "lead", "departs", "returns", "travelled", "spent", "closed"),
        [
            .. from t in counted
               select (IReadOnlyList<AnnexCell>)
               [
                   t.Name, NameOf(plan, t.LeadUnitId), AnnexCell.Of(t.DepartsOn), AnnexCell.Of(t.ReturnsOn), t.Travelled, AnnexCell.Of(t.Spent), t.ClosedOn,
               ],
        ]);

    private string[] Columns(params string[] names) => [.. names.Select(n => texts["document.col-" + n])];

    private static string NameOf(Plan plan, string unitId) => plan.FindUnit(unitId)?.Name ?? unitId;
}
