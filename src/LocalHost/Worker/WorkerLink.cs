using System.Collections.Concurrent;
using Grpc.Core;
using NtmServerless.LocalHost.Worker.Messages;

namespace NtmServerless.LocalHost.Worker;

/// <summary>Where workers connect. One that this host has not started, or that has connected before, is refused.</summary>
internal sealed class WorkerLink : FunctionRpc.FunctionRpcBase
{
    private readonly ConcurrentDictionary<string, WorkerChannel> _expected = new(StringComparer.Ordinal);

    /// <summary>From now on a worker may connect under this id, once.</summary>
    public void Expect(string workerId, WorkerChannel channel) => _expected[workerId] = channel;

    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context)
    {
        if (!await requestStream.MoveNext(context.CancellationToken)
            || requestStream.Current.StartStream is not { } start
            || !_expected.TryRemove(start.WorkerId, out WorkerChannel? channel))
            throw new Grpc.Core.RpcException(new Status(StatusCode.PermissionDenied, ""));
        await channel.RunAsync(requestStream, responseStream, context.CancellationToken);
    }
}
