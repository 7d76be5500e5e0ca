namespace Microsoft.DurableTask.Client;

/// <summary>Start options that need the statuses of the client.</summary>
public static class StartOrchestrationOptionsExtensions
{
    /// <summary>Forbids a new instance while an earlier one of that id has one of the statuses.</summary>
    public static StartOrchestrationOptions WithDedupeStatuses(
        this StartOrchestrationOptions options, params OrchestrationRuntimeStatus[] dedupeStatuses)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options with { DedupeStatuses = [.. dedupeStatuses.Select(status => status.ToString())] };
    }
}
