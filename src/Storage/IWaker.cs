namespace NtmServerless.Storage;

/// <summary>Sees to it that a posted batch leaves the house. May be asked twice for the same batch, and must not mind.</summary>
public interface ICourier
{
    Task DeliverAsync(PostBatch batch, CancellationToken cancellation);
}

/// <summary>
/// Wakes the lifecycle of a record after a commit: "read again". May come twice, from the sweeper after a crash, and must
/// not mind.
/// </summary>
public interface IWaker<in T> : ICourier
{
    Task WakeAsync(T changed, CancellationToken cancellation);
}

/// <summary>For the lifecycle's own steps: it is awake. What they post is delivered all the same.</summary>
public sealed class Awake<T>(ICourier courier) : IWaker<T>
{
    public Task WakeAsync(T changed, CancellationToken cancellation) => Task.CompletedTask;

    public Task DeliverAsync(PostBatch batch, CancellationToken cancellation) => courier.DeliverAsync(batch, cancellation);
}
