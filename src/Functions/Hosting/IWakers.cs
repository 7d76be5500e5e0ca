using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Hosting;

/// <summary>Wakes the lifecycle of any record.</summary>
public interface IWakers : IWaker<TrainingClass>, IWaker<StudyTour>, IWaker<PeriodicReport>
{
    /// <summary>Starts an instance unless one of that id is alive.</summary>
    Task StartAsync(string orchestrator, string id, object input, CancellationToken cancellation);

    /// <summary>Raises the event; where no instance is there or it has ended, starts one unless the record is over.</summary>
    Task RaiseOrStartAsync(string orchestrator, string id, object input, bool over, CancellationToken cancellation);

    /// <summary>Drives an instance on whose record is not over: wakes it, lets it go on, or starts it from its record.</summary>
    Task<Redrive> RedriveAsync(string orchestrator, string id, object input, CancellationToken cancellation);
}

/// <summary>The wakers of an invocation: the platform gives a durable client with each one.</summary>
public delegate IWakers WakersOf(DurableTaskClient client);
