using NtmServerless.Documents.Keeping;
using NtmServerless.Documents.Workbooks;
using NtmServerless.Domain.Classes;
using NtmServerless.Domain.Communication;
using NtmServerless.Domain.Documents;
using NtmServerless.Domain.Plans;
using NtmServerless.Domain.Reporting;
using NtmServerless.Domain.Tours;
using NtmServerless.Storage.Classes;
using NtmServerless.Storage.Communication;
using NtmServerless.Storage.Documents;
using NtmServerless.Storage.Tours;
using NtmServerless.Texts;

namespace NtmServerless.Functions.Documents;

/// <summary>Keeps the rows behind a report's figures from its compilation to its annex, so that the annex adds up with it.</summary>
internal sealed class ReportTables(DocumentFiles files, ClassSummaries classes, CommunicationLog communication, TourLedger tours, VietnameseTexts texts)
{
    private const string MediaType = "application/json";

    public ReportRows RowsOf(Plan plan, ReportingPeriod period) => new(plan, period, texts);

    /// <summary>Keeps them under their hash, which goes into the report; again, it changes nothing.</summary>
    public async Task<string> KeepAsync(PeriodicReport report, ReportRows rows, CancellationToken cancellation)
    {
        byte[] kept = new DocumentSource { Kind = DocumentKind.ReportAnnex, Tables = rows.Tables }.Write();
        string sha256 = DocumentFiles.HashOf(kept);
        await files.StoreAsync(report.PlanId, report.Id, sha256, kept, MediaType, cancellation);
        return sha256;
    }

    /// <summary>The rows as they were when the report was compiled.</summary>
    public async Task<IReadOnlyList<AnnexTable>> OfAsync(Plan plan, PeriodicReport report, CancellationToken cancellation)
    {
        if (report.RowsSha256 is { } sha256)
            return DocumentSource.Read(await files.ReadAsync(report.PlanId, report.Id, sha256, cancellation) ?? throw new RecordMissingException("document")).Tables;
        // Compiled before rows were kept: as they are now.
        ReportingPeriod period = report.Period;
        ReportRows rows = RowsOf(plan, period);
        await foreach (TrainingClass c in classes.EachAsync(plan.Id, cancellation)) rows.Add(c);
        foreach (CommunicationDay day in await communication.DaysAsync(plan.Id, period.From, period.To, cancellation)) rows.Add(day);
        foreach (StudyTour tour in await tours.OfPlanAsync(plan.Id, cancellation)) rows.Add(tour);
        return rows.Tables;
    }
}
