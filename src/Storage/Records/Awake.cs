namespace NtmServerless.Storage.Records;

/// <summary>For the lifecycle's own steps: it is awake. What they post is delivered all the same.</summary>
public sealed class Awake<T>(ICourier courier) : IWaker<T>
{
    public Task WakeAsync(T changed, CancellationToken cancellation) => Task.CompletedTask;

    public Task DeliverAsync(PostBatch batch, CancellationToken cancellation) => courier.DeliverAsync(batch, cancellation);
}
