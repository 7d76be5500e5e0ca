using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace NtmServerless.Functions.Tours;

/// <summary>Carries one study tour from its announcement to its report, in the shape of <see cref="ClassLifecycle"/>.</summary>
public static class StudyTourLifecycle
{
    [Function(nameof(StudyTourLifecycle))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        TourRef tour = context.GetInput<TourRef>()!;
        NextTourStep agenda = await context.CallActivityAsync<NextTourStep>(nameof(ReadTourAgenda), tour, Retries.Storage);
        context.SetCustomStatus(agenda);
        if (agenda.IsOver) return;

        if (await context.WaitForChangeOrAsync(agenda.Next?.DueAt))
            await context.CallActivityAsync(nameof(CarryOutTourStep), new TourStepDue(tour, agenda.Next!.Step), Retries.Storage);

        context.ContinueAsNew(tour);
    }
}
