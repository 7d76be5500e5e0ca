using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using NtmServerless.Functions.Activities;

namespace NtmServerless.Functions.Orchestrations;

/// <summary>Makes one report on a period: compiles its figures, then waits for the approval and reminds of it once.</summary>
internal static class PeriodicReportCycle
{
    private static readonly TimeSpan ApprovalReminder = TimeSpan.FromDays(3);

    [Function(nameof(PeriodicReportCycle))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        ReportId report = context.GetInput<ReportId>()!;
        await context.CallActivityAsync(nameof(CompileReport), report, Retries.Storage);

        DateTime remindAt = context.CurrentUtcDateTime + ApprovalReminder;
        while (!await context.CallActivityAsync<bool>(nameof(IsReportApproved), report, Retries.Storage))
        {
            bool reminderIsDue = await context.WaitForChangeOrAsync(context.CurrentUtcDateTime < remindAt ? remindAt : null);
            if (reminderIsDue) await context.CallActivityAsync(nameof(RemindOfApproval), report, Retries.Storage);
        }
    }
}

/// <summary>A report is found by its plan and its id.</summary>
internal sealed record ReportId(string PlanId, string Id);
