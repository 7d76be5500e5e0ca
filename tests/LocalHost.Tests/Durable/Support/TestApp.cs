using System.Collections.Concurrent;
using Google.Protobuf;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;
using Microsoft.DurableTask.Protobuf;
using Microsoft.DurableTask.Worker;
using Microsoft.DurableTask.Worker.Grpc;
using NtmServerless.LocalHost.Durable;
using NtmServerless.LocalHost.Durable.Turns;
using NtmServerless.LocalHost.Functions;

namespace NtmServerless.LocalHost.Tests.Durable.Support;

/// <summary>An app of delegates instead of functions, in this process; its orchestrators are replayed by the official worker's own code.</summary>
internal sealed class TestApp : IFunctionInvoker, IDisposable
{
    private readonly ConcurrentDictionary<string, ITaskOrchestrator> _orchestrators = new(StringComparer.OrdinalIgnoreCase);

    private readonly ConcurrentDictionary<string, Func<string?, CancellationToken, Task<object?>>> _activities =
        new(StringComparer.OrdinalIgnoreCase);

    private volatile ExtendedSessionsCache _sessions = new();
    private int _deaths, _wholeHistories;

    /// <summary>Runs of each activity.</summary>
    public ConcurrentDictionary<string, int> Runs { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Turns for which a whole history was sent.</summary>
    public int WholeHistories => Volatile.Read(ref _wholeHistories);

    /// <summary>The worker dies in so many turns from now on, each time after the orchestrator has run and before it is answered for.</summary>
    public int Deaths
    {
        set => Volatile.Write(ref _deaths, value);
    }

    public void Orchestrator(string name, Func<TaskOrchestrationContext, Task<object?>> body) => Orchestrator<object>(name, body);

    /// <summary>An orchestrator that reads its input as <typeparamref name="TInput"/>.</summary>
    public void Orchestrator<TInput>(string name, Func<TaskOrchestrationContext, Task<object?>> body) =>
        _orchestrators[name] = new Body(typeof(TInput), body);

    public void Activity<T>(string name, Func<T?, CancellationToken, Task<object?>> body) =>
        _activities[name] = (json, cancellation) => body(JsonDataConverter.Default.Deserialize<T>(json), cancellation);

    public void Activity<T>(string name, Func<T?, object?> body) =>
        Activity<T>(name, (input, _) => Task.FromResult(body(input)));

    public bool HasOrchestrator(string name) => _orchestrators.ContainsKey(name);

    public bool HasActivity(string name) => _activities.ContainsKey(name);

    /// <summary>As a worker that was started again: it knows no orchestrator any more.</summary>
    public void LoseSessions() => _sessions = new ExtendedSessionsCache();

    public async Task<string?> RunActivityAsync(string name, string instanceId, string? inputJson, string? cause, CancellationToken cancellation)
    {
        Runs.AddOrUpdate(name, 1, (_, count) => count + 1);
        try
        {
            return JsonDataConverter.Default.Serialize(await _activities[name](inputJson, cancellation));
        }
        catch (Exception thrown) when (!cancellation.IsCancellationRequested)
        {
            throw new FunctionFailedException(FailureOf(thrown));
        }
    }

    public Task<OrchestratorResponse> RunOrchestratorAsync(string name, OrchestratorRequest request, CancellationToken cancellation)
    {
        if (request.Properties["IncludeState"].BoolValue)
            Interlocked.Increment(ref _wholeHistories);
        string answer = GrpcOrchestrationRunner.LoadAndRun(request.ToByteString().ToBase64(), _orchestrators[name], _sessions);
        if (Interlocked.Decrement(ref _deaths) >= 0)
        {
            LoseSessions();
            throw new WorkerLostException();
        }

        return Task.FromResult(OrchestratorResponse.Parser.ParseFrom(ByteString.FromBase64(answer)));
    }

    public void Dispose() => _sessions.Dispose();

    private static Failure FailureOf(Exception thrown) =>
        new(thrown.GetType().FullName!, thrown.Message, thrown.StackTrace, thrown.InnerException is { } inner ? FailureOf(inner) : null);

    private sealed class Body(Type input, Func<TaskOrchestrationContext, Task<object?>> run) : ITaskOrchestrator
    {
        public Type InputType => input;

        public Type OutputType => typeof(object);

        public Task<object?> RunAsync(TaskOrchestrationContext context, object? input) => run(context);
    }
}
