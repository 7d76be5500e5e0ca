using Microsoft.DurableTask;

namespace NtmServerless.LocalHost.Invocation;

/// <summary>Runs the app's durable functions through the worker's middleware, each in a service scope of its own.</summary>
internal interface IFunctionInvoker
{
    /// <summary>Whether an orchestrator of that name (without case) exists in the app.</summary>
    bool HasOrchestrator(string name);

    /// <summary>Whether an activity of that name (without case) exists in the app.</summary>
    bool HasActivity(string name);

    /// <summary>
    /// Runs an activity with its JSON input (null when none) and gives its result as JSON (null when none).
    /// The activity's own exception comes out unwrapped.
    /// </summary>
    Task<string?> RunActivityAsync(string name, string instanceId, string? inputJson, CancellationToken cancellation);

    /// <summary>Runs an orchestrator function on the context; its task completes when the function returns. Result as JSON or null.</summary>
    Task<string?> RunOrchestratorAsync(string name, TaskOrchestrationContext context);
}
