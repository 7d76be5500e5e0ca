using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.DependencyInjection;
using NtmServerless.LocalHost.Startup;
using NtmServerless.LocalHost.Storage;
using NtmServerless.LocalHost.Tests.Host.Support;
using NtmServerless.LocalHost.Time;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Host;

public sealed class HostedEngineTests(AzuriteServer azurite)
{
    [Fact]
    public async Task Engine_RunsOnlyWhileTheStorageIsOwned_AndStopsWhenNothingIsInFlight()
    {
        RunningHost host = await RunningHost.StartAsync(azurite, builder => builder.Services.AddSingleton<IHostedEngine, Engine>());
        Engine engine = (Engine)host.App.Services.GetRequiredService<IHostedEngine>();

        await host.DisposeAsync();

        Assert.Equal(["start, storage Leased, idle True", "stop, storage Leased, idle True"], engine.Log);
    }

    private sealed class Engine(HostStorage storage, HostNames names, InFlight inFlight) : IHostedEngine
    {
        public List<string> Log { get; } = [];

        public Task StartAsync(CancellationToken cancellation) => RecordAsync("start");

        public Task StopAsync(CancellationToken cancellation) => RecordAsync("stop");

        private async Task RecordAsync(string what)
        {
            BlobProperties owner = await storage.Blobs.GetBlobContainerClient(names.LeaseContainer).GetBlobClient("owner").GetPropertiesAsync();
            Log.Add($"{what}, storage {owner.LeaseState}, idle {inFlight.WhenIdleAsync().IsCompleted}");
        }
    }
}
