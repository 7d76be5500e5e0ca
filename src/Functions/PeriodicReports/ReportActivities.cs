using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace NtmServerless.Functions.PeriodicReports;

/// <summary>What a report waits for next.</summary>
public sealed record NextReportStep(ReportErrand? Next, bool IsOver);

/// <summary>A step of a report whose time has come.</summary>
public sealed record ReportStepDue(ReportRef Report, ReportStep Step);

/// <summary>Reads the checklist of a report.</summary>
public sealed class ReadReportAgenda(PeriodicReportStore shelf)
{
    [Function(nameof(ReadReportAgenda))]
    public async Task<NextReportStep> Run([ActivityTrigger] ReportRef report, CancellationToken cancellation)
    {
        PeriodicReport r = await shelf.GetAsync(report.PlanId, report.Id, cancellation);
        return new NextReportStep(ReportChecklist.Next(r), r.IsOver);
    }
}

/// <summary>Carries out a step that is due. Run twice, it does it once.</summary>
public sealed class CarryOutReportStep(ReportSteps steps, ILogger<LifecycleWaker> log)
{
    [Function(nameof(CarryOutReportStep))]
    public Task Run([ActivityTrigger] ReportStepDue due, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        steps.CarryOutAsync(due.Report, due.Step, new LifecycleWaker(client, log), cancellation);
}
