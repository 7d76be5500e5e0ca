using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace NtmServerless.Functions.PeriodicReports;

/// <summary>
/// Carries one report from its question to the units to its delivery, in the shape of <see cref="ClassLifecycle"/>: the records
/// say what is, the checklist says what comes next.
/// </summary>
public static class PeriodicReportCycle
{
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

/// <summary>A report is found by its plan and its id. Inputs of earlier versions also say the version of the cycle, which is passed over.</summary>
public sealed record ReportRef(string PlanId, string Id)
{
    public static ReportRef Of(PeriodicReport report) => new(report.PlanId, report.Id);
}
