using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NtmServerless.Domain.Reporting;
using NtmServerless.Domain.Reporting.Cycle;
using NtmServerless.Functions.Acts;
using NtmServerless.Functions.Orchestrations;
using NtmServerless.Storage.Reports;

namespace NtmServerless.Functions.Activities;

/// <summary>What a report waits for next.</summary>
public sealed record ReportAgenda(ReportErrand? Next, bool IsOver);

/// <summary>A step of a report whose time has come.</summary>
public sealed record ReportStepDue(ReportId Report, ReportStep Step);

/// <summary>Reads the checklist of a report.</summary>
public sealed class ReadReportAgenda(ReportShelf shelf)
{
    [Function(nameof(ReadReportAgenda))]
    public async Task<ReportAgenda> Run([ActivityTrigger] ReportId report, CancellationToken cancellation)
    {
        PeriodicReport r = await shelf.GetAsync(report.PlanId, report.Id, cancellation);
        return new ReportAgenda(ReportChecklist.Next(r), r.IsOver);
    }
}

/// <summary>Carries out a step that is due. Run twice, it does it once.</summary>
public sealed class CarryOutReportStep(ReportSteps steps, ILogger<LifecycleWaker> log)
{
    [Function(nameof(CarryOutReportStep))]
    public Task Run([ActivityTrigger] ReportStepDue due, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        steps.CarryOutAsync(due.Report, due.Step, new LifecycleWaker(client, log), cancellation);
}
