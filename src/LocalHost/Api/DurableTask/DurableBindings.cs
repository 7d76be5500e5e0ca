using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Marks the parameter that takes a TaskOrchestrationContext; the function is an orchestrator.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class OrchestrationTriggerAttribute : TriggerBindingAttribute
{
    /// <summary>Name of the orchestrator; the function's name when null.</summary>
    public string? Orchestration { get; set; }
}

/// <summary>Marks the parameter that takes the input of an activity; the function is an activity.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ActivityTriggerAttribute : TriggerBindingAttribute
{
    /// <summary>Name of the activity; the function's name when null.</summary>
    public string? Activity { get; set; }
}

/// <summary>Marks the parameter that takes a DurableTaskClient.</summary>
public sealed class DurableClientAttribute : InputBindingAttribute;
