using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NtmServerless.LocalHost.Durable;

namespace NtmServerless.LocalHost.Worker;

/// <summary>Where the worker reaches this host: a port of its own, on this PC alone, that serves nothing else.</summary>
internal sealed class RpcServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    public RpcServer(WorkerLink link, TaskHub hub, TaskHubName name, ILoggerFactory loggers)
    {
        WebApplicationBuilder web = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        web.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.Http2.MaxStreamsPerConnection = 10_000;
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
        });
        web.Services.AddSingleton(link).AddSingleton(hub).AddSingleton(loggers).AddSingleton<IHostLifetime>(new OwnersLifetime());
        web.Services.AddRouting();
        web.Services.AddGrpc(grpc =>
        {
            grpc.MaxReceiveMessageSize = null;
            grpc.MaxSendMessageSize = null;
        }).AddServiceOptions<TaskHub>(grpc => grpc.Interceptors.Add<TaskHubDoor>(name.Secret));
        _app = web.Build();
        _app.MapGrpcService<WorkerLink>();
        _app.MapGrpcService<TaskHub>();
    }

    /// <summary>Where it answers; known once it has started.</summary>
    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());

    public Task StartAsync(CancellationToken cancellation) => _app.StartAsync(cancellation);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>It ends when the host ends it, not by Ctrl-C.</summary>
    private sealed class OwnersLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
