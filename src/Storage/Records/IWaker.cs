namespace NtmServerless.Storage.Records;

/// <summary>
/// Wakes the lifecycle of a record after a commit: "read again". May come twice, from the sweeper after a crash, and must
/// not mind.
/// </summary>
public interface IWaker<in T> : ICourier
{
    Task WakeAsync(T changed, CancellationToken cancellation);
}
