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

/// <summary>Of cycles that were started before units were asked: what one of them had scheduled still runs, and leaves the rest to the checklist.</summary>
public sealed class CompileReport(ReportSteps steps, ILogger<LifecycleWaker> log)
{
    [Function(nameof(CompileReport))]
    public Task Run([ActivityTrigger] ReportId report, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        steps.CarryOutAsync(report, ReportStep.AskUnits, new LifecycleWaker(client, log), cancellation);
}

/// <inheritdoc cref="CompileReport"/>
public sealed class IsReportApproved(ReportShelf shelf)
{
    [Function(nameof(IsReportApproved))]
    public async Task<bool> Run([ActivityTrigger] ReportId report, CancellationToken cancellation) =>
        (await shelf.GetAsync(report.PlanId, report.Id, cancellation)).Stage == ReportStage.Approved;
}

/// <inheritdoc cref="CompileReport"/>
public sealed class RemindOfApproval(ReportSteps steps, ILogger<LifecycleWaker> log)
{
    [Function(nameof(RemindOfApproval))]
    public Task Run([ActivityTrigger] ReportId report, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        steps.CarryOutAsync(report, ReportStep.RemindApprover, new LifecycleWaker(client, log), cancellation);
}
