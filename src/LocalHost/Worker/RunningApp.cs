using System.Net.Sockets;
using NtmServerless.LocalHost.Functions;
using NtmServerless.LocalHost.Worker.Messages;

namespace NtmServerless.LocalHost.Worker;

/// <summary>A worker that is ready: it has loaded every function, and answers HTTP itself.</summary>
/// <param name="Channel">The stream to it.</param>
/// <param name="Http">Where it answers requests, each under the id of an invocation.</param>
/// <param name="FunctionIds">The worker's own ids of the functions, by name.</param>
/// <param name="DurableClient">What a durable client is told of the task hub, as JSON.</param>
internal sealed record RunningApp(WorkerChannel Channel, string Http, IReadOnlyDictionary<string, string> FunctionIds, string DurableClient)
{
    private const string HttpAddress = "HttpUri";

    /// <summary>Takes a worker that has connected through the official start: initialisation, functions, loads.</summary>
    /// <exception cref="InvalidOperationException">The worker refused something.</exception>
    /// <exception cref="WorkerLostException">The worker ended meanwhile.</exception>
    public static async Task<RunningApp> PrepareAsync(WorkerChannel channel, string folder, string durableClient, CancellationToken cancellation)
    {
        WorkerInitRequest init = new() { HostVersion = "4.0.0", WorkerDirectory = folder, FunctionAppDirectory = folder };
        StreamingMessage ready = await channel.AskAsync(new StreamingMessage { WorkerInitRequest = init }, cancellation);
        Check(ready.WorkerInitResponse.Result);
        StreamingMessage listed = await channel.AskAsync(
            new StreamingMessage { FunctionsMetadataRequest = new FunctionsMetadataRequest { FunctionAppDirectory = folder } }, cancellation);
        Check(listed.FunctionMetadataResponse.Result);
        IReadOnlyList<RpcFunctionMetadata> functions = listed.FunctionMetadataResponse.FunctionMetadataResults;
        StreamingMessage[] loaded = await Task.WhenAll(functions.Select(function => channel.AskAsync(
            new StreamingMessage { FunctionLoadRequest = new FunctionLoadRequest { FunctionId = function.FunctionId, Metadata = function } }, cancellation)));
        foreach (StreamingMessage load in loaded)
            Check(load.FunctionLoadResponse.Result);
        string http = ready.WorkerInitResponse.Capabilities[HttpAddress];
        await UntilItListensAsync(new Uri(http), channel, cancellation);
        return new RunningApp(
            channel,
            http,
            functions.ToDictionary(function => function.Name, function => function.FunctionId, StringComparer.Ordinal),
            durableClient);
    }

    /// <summary>An invocation of a function, with what its trigger and its durable client are to be.</summary>
    public InvocationRequest Invocation(FunctionEntry function, TypedData trigger, string? cause)
    {
        InvocationRequest invocation = new()
        {
            InvocationId = Guid.NewGuid().ToString(),
            FunctionId = FunctionIds[function.Name],
            InputData = { new ParameterBinding { Name = function.Trigger, Data = trigger } },
            TraceContext = new RpcTraceContext { TraceParent = cause ?? "" },
        };
        if (function.DurableClient is { } client)
            invocation.InputData.Add(new ParameterBinding { Name = client, Data = new TypedData { String = DurableClient } });
        return invocation;
    }

    /// <summary>The worker says where it answers before it listens there.</summary>
    private static async Task UntilItListensAsync(Uri http, WorkerChannel channel, CancellationToken cancellation)
    {
        while (true)
        {
            using TcpClient probe = new();
            try
            {
                await probe.ConnectAsync(http.Host, http.Port, cancellation);
                return;
            }
            catch (SocketException)
            {
                if (channel.Lost.IsCompleted)
                    throw new WorkerLostException();
                await Task.Delay(TimeSpan.FromMilliseconds(10), cancellation);
            }
        }
    }

    private static void Check(StatusResult result)
    {
        if (result.Status != StatusResult.Types.Status.Success)
            throw new InvalidOperationException($"The worker refused: {result.Exception?.Message ?? result.Result}");
    }
}
