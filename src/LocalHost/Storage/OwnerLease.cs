using System.Diagnostics;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;

namespace NtmServerless.LocalHost.Storage;

/// <summary>
/// One host to a storage account: a blob lease of 25 s, renewed every 10 s by machine time, so that another host takes over
/// within 30 s. What it knows goes to <see cref="Ownership"/>, for which whoever begins something asks.
/// </summary>
internal sealed class OwnerLease(HostStorage storage, string containerName, string leaseId, Ownership ownership) : IAsyncDisposable
{
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(35);

    private readonly TimeProvider _machine = ownership.Machine;
    private readonly CancellationTokenSource _stopping = new();
    private BlobLeaseClient? _lease;
    private Task _renewing = Task.CompletedTask;

    /// <summary>Gets the lease, at once where this folder's last host still holds it, and keeps it.</summary>
    /// <param name="waiting">Called once when another host holds the lease, before waiting for it to run out.</param>
    /// <param name="lost">Called when the lease was lost.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>False when another host still holds it after 35 s.</returns>
    public async Task<bool> AcquireAsync(Action waiting, Action lost, CancellationToken cancellation)
    {
        BlobContainerClient container = storage.Blobs.GetBlobContainerClient(containerName);
        await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        BlobClient blob = container.GetBlobClient("owner");
        if (!await blob.ExistsAsync(cancellation))
            await CreateAsync(blob, cancellation);

        BlobLeaseClient lease = blob.GetBlobLeaseClient(leaseId);
        long start = _machine.GetTimestamp();
        bool told = false;
        while (!await TryAcquireAsync(lease, cancellation))
        {
            if (!told)
                waiting();
            told = true;
            if (_machine.GetElapsedTime(start) > Patience)
                return false;
            await Task.Delay(Pause, _machine, cancellation);
        }

        _lease = lease;
        _renewing = Task.Run(() => RenewAsync(lease, lost, _stopping.Token), CancellationToken.None);
        return true;
    }

    /// <summary>Stops renewing and gives the lease up.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _renewing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ownership.Lose();
        _stopping.Dispose();
        if (_lease is null)
            return;
        try
        {
            await _lease.ReleaseAsync();
        }
        catch (RequestFailedException)
        {
            // It was lost or the storage is gone; either way there is nothing to give up.
        }
    }

    private static async Task CreateAsync(BlobClient blob, CancellationToken cancellation)
    {
        try
        {
            await blob.UploadAsync(BinaryData.FromString(""), overwrite: false, cancellation);
        }
        catch (RequestFailedException exists) when (exists.Status is 409 or 412)
        {
            // Another host was faster; who owns the storage is decided by the lease, not by the blob.
        }
    }

    private async Task<bool> TryAcquireAsync(BlobLeaseClient lease, CancellationToken cancellation)
    {
        try
        {
            Ownership.Moment asked = ownership.Now();
            await lease.AcquireAsync(Ownership.Lease, cancellationToken: cancellation);
            ownership.Renewed(asked);
            return true;
        }
        catch (RequestFailedException held) when (held.Status == 409)
        {
            return false;
        }
    }

    private async Task<bool> TryAgainAsync(BlobLeaseClient lease, CancellationToken cancellation)
    {
        try
        {
            return await TryAcquireAsync(lease, cancellation);
        }
        catch (Exception unreachable) when (unreachable is RequestFailedException or AggregateException)
        {
            // Asked again at the next renewal.
            return true;
        }
    }

    private async Task RenewAsync(BlobLeaseClient lease, Action lost, CancellationToken stopping)
    {
        while (true)
        {
            await Task.WhenAny(Task.Delay(Renewal, _machine, stopping), ownership.Doubted);
            stopping.ThrowIfCancellationRequested();
            try
            {
                Ownership.Moment asked = ownership.Now();
                await lease.RenewAsync(cancellationToken: stopping);
                ownership.Renewed(asked);
            }
            catch (RequestFailedException refused) when (refused.Status is 404 or 409 or 412)
            {
                // After a storage that was away for longer than the lease lasts: ours again, unless somebody was faster.
                if (refused.Status != 404 && await TryAgainAsync(lease, stopping))
                    continue;
                ownership.Lose();
                lost();
                return;
            }
            catch (Exception unreachable) when (unreachable is RequestFailedException or AggregateException)
            {
                // Nobody else can take it either, and no turn can be committed meanwhile: the host waits for its storage.
                await Task.Delay(Pause, _machine, stopping);
            }
        }
    }
}
