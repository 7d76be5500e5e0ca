using Microsoft.DurableTask.Protobuf;
using NtmServerless.LocalHost.Durable.Turns;
using NtmServerless.LocalHost.Functions;

namespace NtmServerless.LocalHost.Durable;

/// <summary>Runs the app's durable functions.</summary>
internal interface IFunctionInvoker
{
    /// <summary>Whether an orchestrator of that name (without case) exists in the app.</summary>
    bool HasOrchestrator(string name);

    /// <summary>Whether an activity of that name (without case) exists in the app.</summary>
    bool HasActivity(string name);

    /// <summary>Runs an activity with its JSON input (null when none) and gives its result as JSON (null when none).</summary>
    /// <exception cref="FunctionFailedException">It threw.</exception>
    Task<string?> RunActivityAsync(string name, string instanceId, string? inputJson, string? cause, CancellationToken cancellation);

    /// <summary>Runs one turn of an orchestrator.</summary>
    /// <exception cref="WorkerLostException">The worker died before it answered; another one knows nothing of the instance.</exception>
    /// <exception cref="FunctionFailedException">The worker could not run it.</exception>
    Task<OrchestratorResponse> RunOrchestratorAsync(string name, OrchestratorRequest request, CancellationToken cancellation);
}
