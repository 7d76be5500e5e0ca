using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using NtmServerless.LocalHost.Storage;
using NtmServerless.LocalHost.Tests.Host.Support;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Host;

public sealed class OwnerLeaseTests(AzuriteServer azurite)
{
    private readonly HostStorage _storage = RequestCounting.Clients(azurite.ConnectionString);
    private readonly string _container = $"lease{Guid.NewGuid():N}";

    [Fact]
    public async Task Lease_OfAKilledHostOfTheSameFolder_IsTakenOverAtOnce()
    {
        string id = Guid.NewGuid().ToString();
        await using OwnerLease killed = new(_storage, _container, id, new Ownership(TimeProvider.System));
        Assert.True(await killed.AcquireAsync(Unexpected, Unexpected, TestContext.Current.CancellationToken));

        await using OwnerLease next = new(_storage, _container, id, new Ownership(TimeProvider.System));

        Assert.True(await next.AcquireAsync(Unexpected, Unexpected, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Lease_OfALivingHost_IsWaitedForAndThenRefused()
    {
        await using OwnerLease living = new(_storage, _container, Guid.NewGuid().ToString(), new Ownership(TimeProvider.System));
        Assert.True(await living.AcquireAsync(Unexpected, Unexpected, TestContext.Current.CancellationToken));
        int told = 0;

        await using OwnerLease other = new(_storage, _container, Guid.NewGuid().ToString(), new Ownership(new JumpingTime()));

        Assert.False(await other.AcquireAsync(() => told++, Unexpected, TestContext.Current.CancellationToken));
        Assert.Equal(1, told);
    }

    [Fact]
    public async Task Lease_OfADeadHost_IsTakenOverWithin30Seconds_AndNotBeside()
    {
        // Its clock stands still, so it never renews, as if it had been killed right after a renewal.
        OwnerLease dead = new(_storage, _container, Guid.NewGuid().ToString(), new Ownership(new StoppedTime()));
        Assert.True(await dead.AcquireAsync(Unexpected, Unexpected, TestContext.Current.CancellationToken));
        long death = TimeProvider.System.GetTimestamp();
        await using OwnerLease next = new(_storage, _container, Guid.NewGuid().ToString(), new Ownership(TimeProvider.System));

        Assert.True(await next.AcquireAsync(() => { }, Unexpected, TestContext.Current.CancellationToken));

        Assert.InRange(TimeProvider.System.GetElapsedTime(death).TotalSeconds, 15, 30);
        await dead.DisposeAsync();
    }

    [Fact]
    public async Task Lease_GivenUp_IsFreeForAnotherHost()
    {
        await using (OwnerLease first = new(_storage, _container, Guid.NewGuid().ToString(), new Ownership(TimeProvider.System)))
            await first.AcquireAsync(Unexpected, Unexpected, TestContext.Current.CancellationToken);

        await using OwnerLease second = new(_storage, _container, Guid.NewGuid().ToString(), new Ownership(TimeProvider.System));

        Assert.True(await second.AcquireAsync(Unexpected, Unexpected, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Lease_TakenAway_IsReportedAsLost()
    {
        TaskCompletionSource lost = new();
        await using OwnerLease lease = new(_storage, _container, Guid.NewGuid().ToString(), new Ownership(new JumpingTime()));
        Assert.True(await lease.AcquireAsync(Unexpected, lost.SetResult, TestContext.Current.CancellationToken));

        BlobClient owner = _storage.Blobs.GetBlobContainerClient(_container).GetBlobClient("owner");
        await Eventually.TrueAsync(async () => await TakesOverAsync(owner), TimeSpan.FromSeconds(20), "somebody else takes the lease");

        await lost.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    // The owner takes a broken lease back when it is faster.
    private static async Task<bool> TakesOverAsync(BlobClient owner)
    {
        try
        {
            await owner.GetBlobLeaseClient().BreakAsync(TimeSpan.Zero);
            await owner.GetBlobLeaseClient().AcquireAsync(TimeSpan.FromSeconds(60));
            return true;
        }
        catch (RequestFailedException)
        {
            return false;
        }
    }

    private static void Unexpected() => Assert.Fail("Nobody else holds the lease.");
}
