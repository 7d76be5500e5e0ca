namespace NtmServerless.Functions.PeriodicReports;

/// <summary>The documents of a periodic or ad-hoc report: the report itself, and a workbook with the rows behind its figures.</summary>
public sealed class ReportDocuments(DocumentMaker desk, DocumentStore shelf, ReportTables tables, VietnameseTexts texts)
{
    /// <summary>
    /// Numbers the report, keeps it with its annex and gives both, report first. Safe to repeat after a crash at any point:
    /// a report is issued once, unless what was issued is withdrawn.
    /// </summary>
    /// <param name="file">The approved report; its date of approval is that of the document.</param>
    /// <param name="answers">Sheets about what units answered, put into the annex beside those of the records.</param>
    public async Task<IReadOnlyList<OfficialDocument>> IssueReportAsync(
        ReportFile file, IReadOnlyList<AnnexTable> answers, Actor by, CancellationToken cancellation)
    {
        (Plan plan, PeriodicReport report) = (file.Plan, file.Report);
        string committee = Issuers.CommitteeOf(plan);
        DateOnly date = VietnamTime.DateOf(report.ApprovedAt ?? throw new ArgumentException("The report is not approved.", nameof(file)));
        DocumentWanted wanted = new(plan.Id, report.Id, committee, UnitSymbols.Of(plan, committee)) { Date = date };
        OfficialDocument document = await desk.KeepAsync(
            SourceOf(file), wanted with { Numbering = Numbering.Register, Identity = Identity(report, DocumentKind.PeriodicReport) },
            Once(report, DocumentKind.PeriodicReport, by), cancellation);
        DocumentSource annex = new()
        {
            Kind = DocumentKind.ReportAnnex,
            Title = texts["document.annex-title", ("period", texts.Period(report.Period)), ("number", document.NumberText)],
            Tables = [.. await tables.OfAsync(plan, report, cancellation), .. answers],
        };
        OfficialDocument workbook = await desk.KeepAsync(
            annex, wanted with { Number = document.Number, Symbol = document.Symbol, Identity = $"{Identity(report, DocumentKind.ReportAnnex)}/{document.Id}" },
            Once(report, DocumentKind.ReportAnnex, by), cancellation);
        return [document, workbook];
    }

    /// <summary>The report as it would be issued, without number and date, to be looked at before it is approved.</summary>
    public byte[] Draft(ReportFile file) => desk.Draft(SourceOf(file));

    /// <summary>What was issued of a report, the latest first; empty until it is.</summary>
    public async Task<IReadOnlyList<OfficialDocument>> OfReportAsync(Plan plan, ReportId reportId, CancellationToken cancellation) =>
        [.. (await shelf.AboutAsync(plan.Id, plan.Year, reportId, cancellation)).Reverse()];

    private static DocumentSource SourceOf(ReportFile file) => new()
    {
        Kind = DocumentKind.PeriodicReport,
        Plan = PlanExport.Write(file.Plan),
        Head = Issuers.HeadOf(file.Plan, null, file.Plan.Signer) with { Recipients = RecipientsOf(file.Plan) },
        Report = file.Report,
        Before = file.Before,
        Remarks = file.Remarks,
        UnitsMissing = file.UnitsMissing,
    };

    // Where the plan names none, those of the template stand.
    private static string[]? RecipientsOf(Plan plan) =>
        plan.Recipients.Select(r => r.Text).OfType<string>().ToArray() is { Length: > 0 } named ? named : null;

    private static string Identity(PeriodicReport report, DocumentKind kind) => $"report/{report.PlanId}/{report.Id}/{kind}";

    // A submission of its own: what tells repeats is the report, not the request that approved it.
    private static Submission Once(PeriodicReport report, DocumentKind kind, Actor by) =>
        new($"{Identity(report, kind)}/{Guid.NewGuid():N}", Identity(report, kind), by);
}
