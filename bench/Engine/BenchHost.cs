using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using NtmServerless.LocalHost;
using NtmServerless.LocalHost.Durable;
using NtmServerless.LocalHost.Durable.Records;
using NtmServerless.LocalHost.Storage;
using NtmServerless.LocalHost.Tests.Durable.Support;
using NtmServerless.LocalHost.Time;

namespace NtmServerless.Bench.Engine;

/// <summary>What the engine's rate is measured on.</summary>
internal interface IEngineHost : IAsyncDisposable
{
    DurableTaskClient Client { get; }

    StorageRequests Requests { get; }

    InFlight InFlight { get; }
}

/// <summary>LocalHost's durable engine alone, on a table of its own, behind its task hub; the official replay runs in this process.</summary>
internal sealed class BenchHost : IEngineHost
{
    private readonly TestApp _app = BenchApp.Create();
    private ServedTaskHub? _hub;

    private BenchHost(string connection, DurableNames names)
    {
        Names = names;
        Storage = RequestCounting.Clients(connection);
        Engine = new DurableEngine(new InstanceStore(Storage, names), _app, TimeProvider.System, InFlight, NullLoggerFactory.Instance);
    }

    public DurableNames Names { get; }

    public HostStorage Storage { get; }

    public StorageRequests Requests { get; } = new();

    public InFlight InFlight { get; } = new();

    public DurableEngine Engine { get; }

    public DurableTaskClient Client => _hub!.Client;

    public static DurableNames NewNames()
    {
        string unique = Guid.NewGuid().ToString("N");
        return new DurableNames("B" + unique, "b" + unique);
    }

    public static async Task<BenchHost> StartAsync(string connection, DurableNames names)
    {
        BenchHost host = new(connection, names);
        await host.Engine.StartAsync(CancellationToken.None);
        host._hub = await ServedTaskHub.StartAsync(new InstanceStore(host.Storage, names), host.Engine, TimeProvider.System);
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        Engine.Dispose();
        if (_hub is not null)
            await _hub.DisposeAsync();
        _app.Dispose();
        Requests.Dispose();
    }
}

internal static class EngineHosts
{
    public static Task<string> StartInstanceAsync(this IEngineHost host, string orchestrator, object? input = null, string? id = null) =>
        host.Client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, new StartOrchestrationOptions(id));

    /// <summary>Waits for the end and holds the output against what it must be.</summary>
    public static async Task EndsWithAsync(this IEngineHost host, string id, int expected)
    {
        OrchestrationMetadata end = await host.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true);
        if (end.RuntimeStatus != OrchestrationRuntimeStatus.Completed || end.ReadOutputAs<int>() != expected)
            throw new InvalidOperationException($"{end}: {end.SerializedOutput ?? end.FailureDetails?.ToString()}, expected {expected}");
    }
}
