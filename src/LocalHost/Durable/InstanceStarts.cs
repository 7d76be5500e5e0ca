using NtmServerless.LocalHost.Durable.Records;
using NtmServerless.LocalHost.Durable.Scheduling;

namespace NtmServerless.LocalHost.Durable;

/// <summary>Records new instances and brings them to the engine.</summary>
internal sealed class InstanceStarts(InstanceStore store, DurableEngine engine)
{
    /// <summary>The header as stored: of the new instance, or of itself when an earlier call has recorded it already.</summary>
    /// <param name="header">The new instance, its input not yet stored.</param>
    /// <param name="input">The input as JSON.</param>
    /// <param name="replaceable">States in which an ended instance of the same id gives its place; null: in every one.</param>
    /// <param name="cancellation">Ends the attempt; whether the instance is there is then not known.</param>
    /// <exception cref="InstanceExistsException">Another instance of the id has not ended, or keeps its place.</exception>
    public async Task<InstanceHeader> StartAsync(
        InstanceHeader header, string? input, IReadOnlyCollection<OrchestrationStatus>? replaceable, CancellationToken cancellation)
    {
        string? reference = await store.Payloads.SaveAsync(input, CommitWriter.Folder(header), cancellation);
        header = header with { Input = reference, HasBlobs = PayloadStore.IsBlob(reference) };
        try
        {
            engine.Reached(CommitPoint.Start);
            if (await WriteAsync(header, replaceable, cancellation) is not { } written)
            {
                engine.Doubt(header.InstanceId);
                return (await store.HeaderAsync(header.InstanceId, cancellation))!;
            }

            engine.Reached(CommitPoint.Started);
            engine.Started(written, input);
            return written;
        }
        catch (Exception exception) when (exception is not InstanceExistsException)
        {
            engine.Doubt(header.InstanceId);
            throw;
        }
    }

    /// <summary>Null when this very instance is there already.</summary>
    private async Task<InstanceHeader?> WriteAsync(InstanceHeader header, IReadOnlyCollection<OrchestrationStatus>? replaceable, CancellationToken cancellation)
    {
        while (true)
        {
            if (await store.TryAddAsync(header, cancellation) is { } added)
                return added;
            if (await store.HeaderAsync(header.InstanceId, cancellation) is not { } existing)
                continue;
            if (existing.Incarnation == header.Incarnation)
                return null;
            if (!existing.IsCompleted || replaceable?.Contains(existing.Status) == false)
                throw new InstanceExistsException(header.InstanceId, existing.Status);
            if (await store.TryReplaceAsync(existing, header, cancellation) is { } replaced)
            {
                await store.ForgetAsync(existing, cancellation);
                return replaced;
            }
        }
    }
}
