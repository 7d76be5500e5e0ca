namespace NtmServerless.Storage;

/// <summary>
/// Wakes the lifecycle of a record after a commit: "read again". May come twice, from the sweeper after a crash, and must
/// not mind.
/// </summary>
public interface IWaker<in T>
{
    Task WakeAsync(T changed, CancellationToken cancellation);
}

/// <summary>For the lifecycle's own steps: it is awake.</summary>
public sealed class Awake<T> : IWaker<T>
{
    public static readonly Awake<T> Instance = new();

    public Task WakeAsync(T changed, CancellationToken cancellation) => Task.CompletedTask;
}
