using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NtmServerless.LocalHost.Storage;
using NtmServerless.LocalHost.Tests.Host.Support;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Host;

public sealed class OwnershipTests(AzuriteServer azurite)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void Certainty_IsThereForAsLongAsTheLeaseSurelyLasts()
    {
        SettableTime time = new();
        Ownership ownership = new(time);
        ownership.Renewed(ownership.Now());

        time.Pass(TimeSpan.FromSeconds(24));
        Assert.True(ownership.IsCertain);
        time.Pass(TimeSpan.FromSeconds(0.1));
        Assert.False(ownership.IsCertain);
    }

    [Fact]
    public async Task Certainty_AfterASleep_IsWaitedFor_AndTheLeaseRenewedAtOnce()
    {
        SettableTime time = new();
        Ownership ownership = new(time);
        HostStorage storage = RequestCounting.Clients(azurite.ConnectionString);
        await using OwnerLease lease = new(storage, $"lease{Guid.NewGuid():N}", Guid.NewGuid().ToString(), ownership);
        Assert.True(await lease.AcquireAsync(() => { }, () => { }, Cancelled));
        long start = TimeProvider.System.GetTimestamp();

        time.Pass(TimeSpan.FromHours(8));
        Assert.False(ownership.IsCertain);
        await ownership.WhenCertainAsync(Cancelled).WaitAsync(TimeSpan.FromSeconds(30), Cancelled);

        // Not only at the next renewal, after 10 s.
        Assert.InRange(TimeProvider.System.GetElapsedTime(start).TotalSeconds, 0, 9);
    }

    [Fact]
    public async Task Request_WhenTheStorageIsLost_RunsNoFunctionAndAsksNoRow()
    {
        await using RunningHost host = await RunningHost.StartAsync(azurite);
        host.App.Services.GetRequiredService<Ownership>().Lose();

        using HttpResponseMessage answer = await host.SendAsync(HttpMethod.Get, "/api/hang/never");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Empty(host.Notes.All());
        HostStorage storage = host.App.Services.GetRequiredService<HostStorage>();
        await Assert.ThrowsAsync<AggregateException>(() => storage.Tables.GetTableClient("Any").CreateIfNotExistsAsync(Cancelled));
    }
}
