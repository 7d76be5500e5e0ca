using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace NtmServerless.Functions.Post;

/// <summary>
/// Sends the messages of one batch: what is due now, then it waits for the next attempt, until every message is sent or given
/// up. Each round begins anew, so that a wait of a day carries no history.
/// </summary>
public static class MessageDelivery
{
    public static string InstanceId(PostBatch batch) => $"post-{batch.Id}";

    [Function(nameof(MessageDelivery))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        PostBatch batch = context.GetInput<PostBatch>()!;
        NextDelivery agenda = await context.CallActivityAsync<NextDelivery>(nameof(DeliverMessages), batch, Retries.Storage);
        context.SetCustomStatus(agenda);
        if (agenda.NextAt is null) return;

        await context.WaitForChangeOrAsync(agenda.NextAt);
        context.ContinueAsNew(batch);
    }
}
