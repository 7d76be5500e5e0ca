using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Client.Grpc;
using Microsoft.Extensions.Logging.Abstractions;
using NtmServerless.LocalHost.Durable;
using NtmServerless.LocalHost.Durable.Records;
using NtmServerless.LocalHost.Worker;

namespace NtmServerless.LocalHost.Tests.Durable.Support;

/// <summary>An engine's task hub on a port of its own, and the official client that was told its name.</summary>
internal sealed class ServedTaskHub : IAsyncDisposable
{
    private readonly RpcServer _server;
    private readonly GrpcChannel _channel;

    /// <summary>A client to the task hub that this server serves already.</summary>
    public ServedTaskHub(RpcServer server, string secret)
    {
        _server = server;
        _channel = GrpcChannel.ForAddress(server.Address, new GrpcChannelOptions { MaxReceiveMessageSize = null, MaxSendMessageSize = null });
        Client = ClientThatSays(secret);
    }

    public DurableTaskClient Client { get; }

    public static async Task<ServedTaskHub> StartAsync(InstanceStore store, DurableEngine engine, TimeProvider time)
    {
        TaskHubName name = new();
        RpcServer server = new(new WorkerLink(), new TaskHub(store, engine, time), name, NullLoggerFactory.Instance);
        await server.StartAsync(CancellationToken.None);
        return new ServedTaskHub(server, name.Secret);
    }

    /// <summary>A client that believes the task hub to have this name; with null it names none.</summary>
    public DurableTaskClient ClientThatSays(string? name) => new GrpcDurableTaskClient(
        "",
        new GrpcDurableTaskClientOptions
        {
            CallInvoker = _channel.Intercept(headers =>
            {
                if (name is not null)
                    headers.Add(TaskHubDoor.Header, name);
                return headers;
            }),
        },
        NullLogger.Instance);

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _server.DisposeAsync();
    }
}
