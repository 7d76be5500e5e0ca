using Microsoft.Azure.Functions.Worker;
using NtmServerless.Domain.Reporting;
using NtmServerless.Functions.Acts;
using NtmServerless.Functions.Orchestrations;
using NtmServerless.Storage.Reports;

namespace NtmServerless.Functions.Activities;

/// <summary>Adds up a report's figures and writes what people read. Run twice, the first figures stay.</summary>
internal sealed class CompileReport(ReportActs reports)
{
    [Function(nameof(CompileReport))]
    public Task Run([ActivityTrigger] ReportId report, CancellationToken cancellation) => reports.CompileAsync(report, cancellation);
}

/// <summary>Whether a report has been approved.</summary>
internal sealed class IsReportApproved(ReportShelf shelf)
{
    [Function(nameof(IsReportApproved))]
    public async Task<bool> Run([ActivityTrigger] ReportId report, CancellationToken cancellation) =>
        (await shelf.GetAsync(report.PlanId, report.Id, cancellation)).Stage == ReportStage.Approved;
}

/// <summary>Notes that the approval of a report is overdue, so that the list shows it.</summary>
internal sealed class RemindOfApproval(ReportShelf shelf, TimeProvider time)
{
    [Function(nameof(RemindOfApproval))]
    public Task Run([ActivityTrigger] ReportId report, CancellationToken cancellation) =>
        shelf.ChangeAsync(report.PlanId, report.Id, r => r.Remind(time.GetUtcNow()), cancellation);
}
