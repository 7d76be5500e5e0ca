using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Grpc.Core;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using NtmServerless.LocalHost.Durable;
using NtmServerless.LocalHost.Durable.Records;
using NtmServerless.LocalHost.Storage;
using NtmServerless.LocalHost.Time;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Durable.Support;

/// <summary>An engine on a table and a container of its own, and its task hub for the official client.</summary>
internal sealed class DurableTestHost : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly DurableNames _names;
    private readonly HostStorage _storage;
    private readonly List<ServedTaskHub> _hubs = [];

    private DurableTestHost(AzuriteServer azurite, HttpPipelinePolicy? trouble)
    {
        string unique = Guid.NewGuid().ToString("N");
        _names = new DurableNames("D" + unique, "d" + unique);
        TableClientOptions options = new() { Retry = { MaxRetries = 0 } };
        options.AddPolicy(Faults, HttpPipelinePosition.PerCall);
        if (trouble is not null)
            options.AddPolicy(trouble, HttpPipelinePosition.PerCall);
        _storage = new HostStorage(
            new TableServiceClient(azurite.ConnectionString, options), new BlobServiceClient(azurite.ConnectionString));
        Engine = NewEngine();
    }

    public ManualTime Time { get; } = new();

    public TestApp App { get; } = new();

    public Faults Faults { get; } = new();

    public InFlight InFlight { get; private set; } = new();

    public DurableEngine Engine { get; private set; }

    public ServedTaskHub Hub => _hubs[^1];

    public DurableTaskClient Client => Hub.Client;

    public InstanceStore Store => new(_storage, _names);

    public TableClient Table => _storage.Tables.GetTableClient(_names.Table);

    public BlobContainerClient Blobs => _storage.Blobs.GetBlobContainerClient(_names.Container);

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<DurableTestHost> StartAsync(AzuriteServer azurite, HttpPipelinePolicy? trouble = null)
    {
        DurableTestHost host = new(azurite, trouble);
        await host.ServeAsync();
        return host;
    }

    /// <summary>Ends the engine as a crash would; storage stays, and so does what serves clients.</summary>
    public void Crash() => Engine.Dispose();

    /// <summary>Starts a new engine on the same storage; the worker stays, and may remember more than is recorded.</summary>
    public Task StartAgainAsync()
    {
        InFlight = new InFlight();
        Engine = NewEngine();
        return ServeAsync();
    }

    public async Task CrashAndStartAgainAsync()
    {
        Crash();
        await StartAgainAsync();
    }

    /// <summary>Moves business time and waits until nothing is under way.</summary>
    public async Task MoveToAsync(DateTimeOffset moment)
    {
        await IdleAsync();
        Time.MoveTo(moment);
        await Engine.FireDueAsync(moment);
        await IdleAsync();
    }

    /// <summary>Moves business time on from one due moment to the next, as a rehearsal does, until this one.</summary>
    public async Task PassToAsync(DateTimeOffset moment)
    {
        await IdleAsync();
        while (Engine.NextDue is { } due && due <= moment)
            await MoveToAsync(due);
        await MoveToAsync(moment);
    }

    public Task IdleAsync() => InFlight.WhenIdleAsync().WaitAsync(Limit, Cancellation);

    public Task<string> StartAsync(string orchestrator, object? input = null, string? id = null) =>
        Client.ScheduleNewOrchestrationInstanceAsync(
            orchestrator, input, new Microsoft.DurableTask.StartOrchestrationOptions(id), Cancellation);

    public Task RaiseAsync(string id, string name, object? payload = null) =>
        Client.RaiseEventAsync(id, name, payload, Cancellation);

    /// <summary>The official client's refusal of what is asked.</summary>
    public static async Task<Status> RefusalAsync(Func<Task> ask) => (await Assert.ThrowsAsync<RpcException>(ask)).Status;

    public async Task<OrchestrationMetadata> StateAsync(string id) =>
        (await Client.GetInstanceAsync(id, getInputsAndOutputs: true, Cancellation))!;

    /// <summary>Waits for the end of an instance and gives its output.</summary>
    public async Task<T?> OutputAsync<T>(string id)
    {
        OrchestrationMetadata end = await EndAsync(id);
        Assert.True(end.RuntimeStatus == OrchestrationRuntimeStatus.Completed, $"{end.RuntimeStatus}: {end.FailureDetails}");
        return end.ReadOutputAs<T>();
    }

    public async Task<OrchestrationMetadata> EndAsync(string id) =>
        await Client.WaitForInstanceCompletionAsync(id, true, Cancellation).WaitAsync(Limit, Cancellation);

    /// <summary>What storage holds of an instance.</summary>
    public async Task<StoredInstance> StoredAsync(string id) => (await Store.LoadAsync(id, Cancellation))!;

    /// <summary>The keys of all rows in the table.</summary>
    public async Task<List<string>> RowKeysAsync()
    {
        List<string> keys = [];
        await foreach (TableEntity row in Table.QueryAsync<TableEntity>(cancellationToken: Cancellation))
            keys.Add(row.RowKey);
        return keys;
    }

    public async ValueTask DisposeAsync()
    {
        Engine.Dispose();
        foreach (ServedTaskHub hub in _hubs)
            await hub.DisposeAsync();
        App.Dispose();
    }

    private DurableEngine NewEngine() => new(Store, App, Time, InFlight, NullLoggerFactory.Instance);

    private async Task ServeAsync()
    {
        await Engine.StartAsync(Cancellation);
        _hubs.Add(await ServedTaskHub.StartAsync(Store, Engine, Time));
    }
}
