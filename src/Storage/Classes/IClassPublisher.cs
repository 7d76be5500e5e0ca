using NtmServerless.Domain.Classes;

namespace NtmServerless.Storage.Classes;

/// <summary>
/// Tells the world outside the records that a class changed: wakes its lifecycle. Called after the commit, again by the
/// sweeper when a crash came between; so it may come twice and must not mind.
/// </summary>
public interface IClassPublisher
{
    /// <param name="wake">Whether the next errand of the lifecycle changed, so that it must read again.</param>
    Task PublishAsync(TrainingClass changed, bool wake, CancellationToken cancellation);
}
