using System.Net;
using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.DurableTask.Protobuf;
using Microsoft.Extensions.DependencyInjection;
using NtmServerless.LocalHost.Durable;
using NtmServerless.LocalHost.Tests.Host.Support;
using NtmServerless.LocalHost.Worker;
using NtmServerless.LocalHost.Worker.Messages;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Host;

/// <summary>Another program of the PC gets nothing out of the ports between host and worker.</summary>
public sealed class StrangerTests(SharedHost shared)
{
    private static readonly Method<StreamingMessage, StreamingMessage> EventStream = new(
        MethodType.DuplexStreaming, "AzureFunctionsRpcMessages.FunctionRpc", "EventStream",
        Marshallers.Create(message => message.ToByteArray(), StreamingMessage.Parser.ParseFrom),
        Marshallers.Create(message => message.ToByteArray(), StreamingMessage.Parser.ParseFrom));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Worker_WithAnIdThatIsWrongOrUsed_IsRefused_AndTheUsedOneIsNotOnTheCommandLine()
    {
        RunningHost host = await shared.HostAsync();
        List<string> ids = [Guid.NewGuid().ToString(), ""];
        if (OperatingSystem.IsLinux())
        {
            int worker = host.App.Services.GetRequiredService<AppSupervisor>().ProcessId!.Value;
            string environment = await File.ReadAllTextAsync($"/proc/{worker}/environ", Cancelled);
            ids.Add(environment.Split('\0').Single(name => name.StartsWith("Functions__Worker__WorkerId=", StringComparison.Ordinal)).Split('=')[1]);
            Assert.DoesNotContain(ids[2], await File.ReadAllTextAsync($"/proc/{worker}/cmdline", Cancelled), StringComparison.Ordinal);
            Assert.Equal(64, ids[2].Length);
        }

        using GrpcChannel channel = GrpcChannel.ForAddress(RpcAddress(host));
        foreach (string id in ids)
        {
            using AsyncDuplexStreamingCall<StreamingMessage, StreamingMessage> stream =
                channel.CreateCallInvoker().AsyncDuplexStreamingCall(EventStream, null, new CallOptions(cancellationToken: Cancelled));
            await stream.RequestStream.WriteAsync(new StreamingMessage { StartStream = new StartStream { WorkerId = id } }, Cancelled);

            Grpc.Core.RpcException refused = await Assert.ThrowsAsync<Grpc.Core.RpcException>(() => stream.ResponseStream.MoveNext(Cancelled));

            Assert.Equal(StatusCode.PermissionDenied, refused.StatusCode);
        }

        Assert.Equal("Unnamed", await host.GetAsync("/api/unnamed"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("NtmServerless")]
    public async Task TaskHub_WithoutItsName_IsRefused(string? name)
    {
        RunningHost host = await shared.HostAsync();
        using GrpcChannel channel = GrpcChannel.ForAddress(RpcAddress(host));
        TaskHubSidecarService.TaskHubSidecarServiceClient hub = new(channel);
        Metadata headers = name is null ? [] : new Metadata { { TaskHubDoor.Header, name } };

        Grpc.Core.RpcException asked = await Assert.ThrowsAsync<Grpc.Core.RpcException>(
            async () => await hub.QueryInstancesAsync(new QueryInstancesRequest { Query = new InstanceQuery() }, headers, cancellationToken: Cancelled));
        Grpc.Core.RpcException started = await Assert.ThrowsAsync<Grpc.Core.RpcException>(
            async () => await hub.StartInstanceAsync(new CreateInstanceRequest { InstanceId = "x", Name = "five" }, headers, cancellationToken: Cancelled));

        Assert.Equal((StatusCode.PermissionDenied, StatusCode.PermissionDenied), (asked.StatusCode, started.StatusCode));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public async Task WorkersHttp_WithoutALivingInvocation_GivesNothingOfTheApp(string? invocation)
    {
        RunningHost host = await shared.HostAsync();
        string address = (await host.App.Services.GetRequiredService<AppSupervisor>().RunningAsync(Cancelled)).Http;
        using HttpClient http = new() { Timeout = TimeSpan.FromSeconds(60) };
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(new Uri(address), "/api/page"));
        request.Headers.TryAddWithoutValidation("x-ms-invocation-id", invocation);

        using HttpResponseMessage answer = await http.SendAsync(request, Cancelled);

        Assert.True(answer.StatusCode >= HttpStatusCode.BadRequest, $"{answer.StatusCode}");
        Assert.DoesNotContain("trang", Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(Cancelled)), StringComparison.Ordinal);
    }

    private static Uri RpcAddress(RunningHost host) => host.App.Services.GetRequiredService<RpcServer>().Address;
}
