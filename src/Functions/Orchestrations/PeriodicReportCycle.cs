using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using NtmServerless.Functions.Activities;

namespace NtmServerless.Functions.Orchestrations;

/// <summary>
/// Carries one report from its question to the units to its delivery, in the shape of <see cref="ClassLifecycle"/>: the records
/// say what is, the checklist says what comes next.
/// </summary>
public static class PeriodicReportCycle
{
    private static readonly TimeSpan ApprovalReminder = TimeSpan.FromDays(3);

    [Function(nameof(PeriodicReportCycle))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        ReportId report = context.GetInput<ReportId>()!;
        if (report.Version < ReportId.Current)
        {
            await MoveOverAsync(context, report);
            return;
        }

        ReportAgenda agenda = await context.CallActivityAsync<ReportAgenda>(nameof(ReadReportAgenda), report, Retries.Storage);
        context.SetCustomStatus(agenda);
        if (agenda.IsOver) return;

        if (await context.WaitForChangeOrAsync(agenda.Next?.DueAt))
            await context.CallActivityAsync(nameof(CarryOutReportStep), new ReportStepDue(report, agenda.Next!.Step), Retries.Storage);

        context.ContinueAsNew(report);
    }

    // An instance of the first version repeats what it did, step by step, and begins anew in the new shape where its history
    // ends. Only there is it not replaying, and nothing of the old history is left after that.
    private static async Task MoveOverAsync(TaskOrchestrationContext context, ReportId report)
    {
        if (context.IsReplaying) await context.CallActivityAsync(nameof(CompileReport), report, Retries.Storage);
        DateTime remindAt = context.CurrentUtcDateTime + ApprovalReminder;
        while (context.IsReplaying)
        {
            bool approved = await context.CallActivityAsync<bool>(nameof(IsReportApproved), report, Retries.Storage);
            if (approved || !context.IsReplaying) break;
            bool reminderIsDue = await context.WaitForChangeOrAsync(context.CurrentUtcDateTime < remindAt ? remindAt : null);
            if (reminderIsDue && context.IsReplaying) await context.CallActivityAsync(nameof(RemindOfApproval), report, Retries.Storage);
        }

        context.ContinueAsNew(report with { Version = ReportId.Current });
    }
}

/// <summary>A report is found by its plan and its id.</summary>
/// <param name="Version">Shape of the cycle that the instance was started in; the first had none.</param>
public sealed record ReportId(string PlanId, string Id, int Version = 0)
{
    public const int Current = 1;

    public static ReportId Of(Domain.Reporting.PeriodicReport report) => new(report.PlanId, report.Id, Current);
}
