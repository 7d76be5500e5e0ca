using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace NtmServerless.Functions.PeriodicReports;

/// <summary>
/// Carries one report from its question to the units to its delivery, in the shape of <see cref="ClassLifecycle"/>: the records
/// say what is, the checklist says what comes next.
/// </summary>
public static class PeriodicReportCycle
{
    /// <summary>The instance that carries a report.</summary>
    public static string InstanceId(PeriodicReport report) => $"{report.PlanId}-{report.Id}";

    [Function(nameof(PeriodicReportCycle))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        ReportRef report = context.GetInput<ReportRef>()!;
        NextReportStep agenda = await context.CallActivityAsync<NextReportStep>(nameof(ReadReportAgenda), report, Retries.Storage);
        context.SetCustomStatus(agenda);
        if (agenda.IsOver) return;

        if (await context.WaitForChangeOrAsync(agenda.Next?.DueAt))
            await context.CallActivityAsync(nameof(CarryOutReportStep), new ReportStepDue(report, agenda.Next!.Step), Retries.Storage);

        context.ContinueAsNew(report);
    }
}
