using System.Diagnostics;
using System.Text.Json;
using Google.Protobuf;
using Microsoft.DurableTask.Protobuf;
using NtmServerless.LocalHost.Durable;
using NtmServerless.LocalHost.Durable.Turns;
using NtmServerless.LocalHost.Functions;
using NtmServerless.LocalHost.Storage;
using NtmServerless.LocalHost.Worker.Messages;

namespace NtmServerless.LocalHost.Worker;

/// <summary>
/// Runs the app's functions in its process, by the official protocol. None begins while it is not certain that the storage is
/// this host's: what a function does cannot be called back.
/// </summary>
internal sealed class Invocations(FunctionCatalog catalog, AppSupervisor app, Ownership ownership) : IFunctionInvoker
{
    private static readonly JsonParser Details = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));

    public bool HasOrchestrator(string name) => catalog.Find(TriggerKind.Orchestration, name) is not null;

    public bool HasActivity(string name) => catalog.Find(TriggerKind.Activity, name) is not null;

    public async Task<string?> RunActivityAsync(string name, string instanceId, string? inputJson, string? cause, CancellationToken cancellation)
    {
        TypedData result = await UntilAnsweredAsync(
            catalog.Find(TriggerKind.Activity, name)!, new TypedData { Json = inputJson ?? "null" }, instanceId, cause, cancellation);
        return result.DataCase switch
        {
            TypedData.DataOneofCase.String => JsonSerializer.Serialize(result.String),
            TypedData.DataOneofCase.Json => result.Json,
            TypedData.DataOneofCase.Int => JsonSerializer.Serialize(result.Int),
            TypedData.DataOneofCase.Double => JsonSerializer.Serialize(result.Double),
            TypedData.DataOneofCase.Bytes => JsonSerializer.Serialize(result.Bytes.ToBase64()),
            _ => null,
        };
    }

    public async Task<OrchestratorResponse> RunOrchestratorAsync(string name, OrchestratorRequest request, CancellationToken cancellation)
    {
        RunningApp running = await app.RunningAsync(cancellation);
        InvocationRequest invocation = running.Invocation(
            catalog.Find(TriggerKind.Orchestration, name)!, new TypedData { String = request.ToByteString().ToBase64() }, Activity.Current?.Id);
        invocation.TriggerMetadata["instanceId"] = new TypedData { String = request.InstanceId };
        TypedData result = await RunAsync(running, invocation, cancellation);
        return OrchestratorResponse.Parser.ParseFrom(ByteString.FromBase64(result.String));
    }

    /// <summary>Runs a timer function; one whose process dies runs again.</summary>
    /// <exception cref="FunctionFailedException">It threw.</exception>
    public Task RunTimerAsync(FunctionEntry function, string timerJson, CancellationToken cancellation) =>
        UntilAnsweredAsync(function, new TypedData { Json = timerJson }, null, null, cancellation);

    private async Task<TypedData> UntilAnsweredAsync(
        FunctionEntry function, TypedData input, string? instanceId, string? cause, CancellationToken cancellation)
    {
        while (true)
        {
            await ownership.WhenCertainAsync(cancellation);
            RunningApp running = await app.RunningAsync(cancellation);
            try
            {
                InvocationRequest invocation = running.Invocation(function, input, cause);
                if (instanceId is not null)
                    invocation.TriggerMetadata["instanceId"] = new TypedData { String = instanceId };
                return await RunAsync(running, invocation, cancellation);
            }
            catch (WorkerLostException)
            {
                // What it has done is not known, so it runs again: at least once.
            }
        }
    }

    private static async Task<TypedData> RunAsync(RunningApp running, InvocationRequest invocation, CancellationToken cancellation)
    {
        InvocationResponse answer = await running.Channel.InvokeAsync(invocation, cancellation);
        return answer.Result.Status == StatusResult.Types.Status.Success
            ? answer.ReturnValue ?? new TypedData() : throw new FunctionFailedException(FailureOf(answer.Result.Exception));
    }

    // The worker writes an activity's exception as JSON of the durable protocol's own details.
    private static Failure FailureOf(RpcException exception)
    {
        try
        {
            return Failure.Of(Details.Parse<TaskFailureDetails>(exception.Message));
        }
        catch (InvalidProtocolBufferException)
        {
            return new Failure(exception.Type, exception.Message, exception.StackTrace);
        }
    }
}
