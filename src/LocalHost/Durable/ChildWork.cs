using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NtmServerless.LocalHost.Durable.Records;
using NtmServerless.LocalHost.Durable.Scheduling;
using NtmServerless.LocalHost.Durable.Turns;
using NtmServerless.LocalHost.Time;

namespace NtmServerless.LocalHost.Durable;

/// <summary>
/// Runs sub-orchestrations: makes sure that the child is there, and waits for its end. The child's incarnation follows from the
/// decision that started it, so whoever begins again after a crash finds its own child and starts none beside it. A child that
/// was purged before its parent has recorded its end runs again.
/// </summary>
internal sealed class ChildWork(
    InstanceStore store, InstanceStarts starts, InstanceChanges changes, StorageRetry storage, TimeProvider time, InFlight inFlight)
{
    /// <summary>The official exception, by whose name an app recognises it.</summary>
    private const string AlreadyExists = "DurableTask.Core.Exceptions.OrchestrationAlreadyExistsException";

    /// <summary>The child's end as the parent's outcome, and a scope in which business time stands still until the parent has it.</summary>
    /// <param name="parent">Id of the parent.</param>
    /// <param name="execution">Key of the parent's execution.</param>
    /// <param name="child">What was decided.</param>
    /// <param name="starting">Business time stands still while the child is started, and goes on while it waits.</param>
    /// <param name="cause">What caused it, as a W3C trace parent.</param>
    /// <param name="stopping">Ends the waiting; the next start of the host takes it up again.</param>
    /// <exception cref="OperationCanceledException">The engine stops.</exception>
    public async Task<(Outcome Outcome, IDisposable Scope)> RunAsync(
        string parent, string execution, ChildStarted child, IDisposable starting, string? cause, CancellationToken stopping)
    {
        string incarnation = IncarnationOf(parent, execution, child);
        TaskCompletionSource<(InstanceHeader Header, IDisposable Scope)> end = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using (starting)
        {
            changes.Tell(child.InstanceId, Hear);
            InstanceHeader header = new(child.InstanceId, child.Name, incarnation, time.GetUtcNow()) { Version = child.Version, Trace = cause };
            (InstanceHeader? there, Failure? refusal) = await StartAsync(header, child.Input, stopping);
            if (refusal is not null)
            {
                end.SetCanceled(CancellationToken.None);
                return (new TaskFailed(child.Id, refusal), inFlight.Begin());
            }

            if (there!.IsCompleted)
                Hear(there);
        }

        (InstanceHeader ended, IDisposable scope) = await end.Task.WaitAsync(stopping);
        return (await storage.UntilItWorksAsync("end of a sub-orchestration", () => OutcomeAsync(child, ended, stopping), stopping), scope);

        void Hear(InstanceHeader written)
        {
            if (end.Task.IsCompleted)
                return;
            if (!written.IsCompleted || written.Incarnation != incarnation)
            {
                changes.Tell(child.InstanceId, Hear);
                return;
            }

            IDisposable held = inFlight.Begin();
            if (!end.TrySetResult((written, held)))
                held.Dispose();
        }
    }

    /// <summary>The child; or why there is none: its id is none, or another instance of it has not ended.</summary>
    private Task<(InstanceHeader? There, Failure? Refusal)> StartAsync(InstanceHeader header, string? input, CancellationToken stopping) =>
        storage.UntilItWorksAsync("sub-orchestration", async Task<(InstanceHeader?, Failure?)> () =>
        {
            try
            {
                InstanceId.Check(header.InstanceId);
                return (await starts.StartAsync(header, input, null, stopping), null);
            }
            catch (ArgumentException refusal)
            {
                return (null, Failure.Of(refusal));
            }
            catch (InstanceExistsException refusal)
            {
                return (null, new Failure(AlreadyExists, refusal.Message));
            }
        }, stopping);

    private async Task<Outcome> OutcomeAsync(ChildStarted child, InstanceHeader end, CancellationToken stopping)
    {
        if (end.Status == OrchestrationStatus.Completed)
            return new TaskCompleted(child.Id, await store.Payloads.ReadAsync(end.Output, stopping));
        return await store.Payloads.ReadAsync(end.Failure, stopping) is { } failure
            ? new TaskFailed(child.Id, JsonSerializer.Deserialize<Failure>(failure, DurableJson.Options)!)
            : new TaskFailed(child.Id, new Failure(
                "OrchestrationTerminated", await store.Payloads.ReadAsync(end.Output, stopping) ?? "The sub-orchestration was terminated."));
    }

    /// <summary>The same for the same decision, whoever works it out.</summary>
    private static string IncarnationOf(string parent, string execution, ChildStarted child) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{parent}\n{execution}\n{child.Id}")).AsSpan(0, 16));
}
