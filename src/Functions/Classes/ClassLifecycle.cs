using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace NtmServerless.Functions.Classes;

/// <summary>
/// Carries one class from its planning to its approved report. It waits and reminds; the records say what is. Each round is
/// one line of the checklist (<see cref="ClassChecklist"/>) and then begins anew, so that an instance that waits for weeks
/// carries no history that a new version of the code could stumble over.
/// </summary>
public static class ClassLifecycle
{
    [Function(nameof(ClassLifecycle))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        ClassId classId = new(context.GetInput<string>()!);
        NextClassStep agenda = await context.CallActivityAsync<NextClassStep>(nameof(ReadClassAgenda), classId, Retries.Storage);
        context.SetCustomStatus(agenda);
        if (agenda.IsOver) return;

        if (await context.WaitForChangeOrAsync(agenda.Next?.DueAt))
            await context.CallActivityAsync(nameof(CarryOutClassStep), new ClassStepDue(classId, agenda.Next!.Step), Retries.Storage);

        context.ContinueAsNew(classId);
    }
}
