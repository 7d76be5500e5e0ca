using System.Collections.Concurrent;

namespace NtmServerless.Storage.Tests.Support;

/// <summary>Remembers what was woken; fails while it is told to.</summary>
internal sealed class Waker : IWaker<Domain.Classes.TrainingClass>, IWaker<Domain.Tours.StudyTour>, IWaker<PeriodicReport>
{
    public ConcurrentQueue<string> Woken { get; } = new();

    /// <summary>Whether waking this record fails.</summary>
    public Func<string, bool> Fails { get; set; } = _ => false;

    public Task WakeAsync(Domain.Classes.TrainingClass changed, CancellationToken cancellation) => Wake(changed.Id);

    public Task WakeAsync(Domain.Tours.StudyTour changed, CancellationToken cancellation) => Wake(changed.Id);

    public Task WakeAsync(PeriodicReport changed, CancellationToken cancellation) => Wake(changed.Id);

    /// <summary>Batches that are to leave the house.</summary>
    public ConcurrentQueue<Storage.Post.PostBatch> Batches { get; } = new();

    public Task DeliverAsync(Storage.Post.PostBatch batch, CancellationToken cancellation)
    {
        if (Fails(batch.Id)) throw new InvalidOperationException("The orchestrations are away.");
        Batches.Enqueue(batch);
        return Task.CompletedTask;
    }

    private Task Wake(string id)
    {
        if (Fails(id)) throw new InvalidOperationException("The orchestrations are away.");
        Woken.Enqueue(id);
        return Task.CompletedTask;
    }
}
