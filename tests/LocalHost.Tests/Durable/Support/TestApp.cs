using System.Collections.Concurrent;
using Microsoft.DurableTask;
using NtmServerless.LocalHost.Durable;
using NtmServerless.LocalHost.Invocation;

namespace NtmServerless.LocalHost.Tests.Durable.Support;

/// <summary>An app of delegates instead of functions.</summary>
internal sealed class TestApp : IFunctionInvoker
{
    private readonly ConcurrentDictionary<string, Func<TaskOrchestrationContext, Task<object?>>> _orchestrators =
        new(StringComparer.OrdinalIgnoreCase);

    private readonly ConcurrentDictionary<string, Func<string?, CancellationToken, Task<object?>>> _activities =
        new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Runs of each activity.</summary>
    public ConcurrentDictionary<string, int> Runs { get; } = new(StringComparer.OrdinalIgnoreCase);

    public void Orchestrator(string name, Func<TaskOrchestrationContext, Task<object?>> body) => _orchestrators[name] = body;

    public void Activity<T>(string name, Func<T?, CancellationToken, Task<object?>> body) =>
        _activities[name] = (json, cancellation) => body(DurableJson.Converter.Deserialize<T>(json), cancellation);

    public void Activity<T>(string name, Func<T?, object?> body) =>
        Activity<T>(name, (input, _) => Task.FromResult(body(input)));

    public bool HasOrchestrator(string name) => _orchestrators.ContainsKey(name);

    public bool HasActivity(string name) => _activities.ContainsKey(name);

    public async Task<string?> RunActivityAsync(string name, string instanceId, string? inputJson, CancellationToken cancellation)
    {
        Runs.AddOrUpdate(name, 1, (_, count) => count + 1);
        return DurableJson.Converter.Serialize(await _activities[name](inputJson, cancellation));
    }

    public async Task<string?> RunOrchestratorAsync(string name, TaskOrchestrationContext context) =>
        DurableJson.Converter.Serialize(await _orchestrators[name](context));
}
