using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;

namespace NtmServerless.LocalHost.Invocation;

/// <summary>Runs orchestrators and activities through the app's middleware.</summary>
internal sealed class DurableFunctions(FunctionCatalog catalog, FunctionPipeline pipeline, IServiceScopeFactory scopes) : IFunctionInvoker
{
    // As the official worker's serializer: names are read in any case.
    private static readonly JsonSerializerOptions _json = new() { PropertyNameCaseInsensitive = true };

    public bool HasOrchestrator(string name) => catalog.Find(TriggerKind.Orchestration, name) is not null;

    public bool HasActivity(string name) => catalog.Find(TriggerKind.Activity, name) is not null;

    public Task<string?> RunActivityAsync(string name, string instanceId, string? inputJson, CancellationToken cancellation)
    {
        FunctionEntry function = Required(TriggerKind.Activity, name);
        Type type = function.TriggerParameter.ParameterType;
        object? input = inputJson is null ? Default(type) : JsonSerializer.Deserialize(inputJson, type, _json);
        return RunAsync(function, instanceId, input, cancellation);
    }

    public Task<string?> RunOrchestratorAsync(string name, TaskOrchestrationContext context) =>
        RunAsync(Required(TriggerKind.Orchestration, name), context.InstanceId, context, CancellationToken.None);

    private async Task<string?> RunAsync(FunctionEntry function, string instanceId, object? trigger, CancellationToken cancellation)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        Dictionary<string, object?> data = new(StringComparer.OrdinalIgnoreCase) { ["instanceId"] = instanceId };
        LocalFunctionContext invocation = new(function, scope.ServiceProvider, data, trigger, cancellation);
        await pipeline.RunAsync(invocation);
        return invocation.Result.Value is { } value ? JsonSerializer.Serialize(value, value.GetType(), _json) : null;
    }

    private FunctionEntry Required(TriggerKind kind, string name) =>
        catalog.Find(kind, name) ?? throw new InvalidOperationException($"The app has no {kind} function named {name}.");

    private static object? Default(Type type) => type.IsValueType ? Activator.CreateInstance(type) : null;
}
