using Microsoft.Azure.Functions.Worker;

namespace NtmServerless.Functions.Post;

/// <summary>When a batch has to be looked at again; null when all of it is sent or given up.</summary>
public sealed record NextDelivery(DateTimeOffset? NextAt);

/// <summary>Sends what is due of a batch. Cut off and run again, it sends what it cannot know to have arrived under the same id.</summary>
public sealed class DeliverMessages(MessageRound round)
{
    [Function(nameof(DeliverMessages))]
    public async Task<NextDelivery> Run([ActivityTrigger] PostBatch batch, CancellationToken cancellation) =>
        new(await round.DeliverAsync(batch, cancellation));
}
