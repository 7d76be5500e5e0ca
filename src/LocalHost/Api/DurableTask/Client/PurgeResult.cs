namespace Microsoft.DurableTask.Client;

/// <summary>Which ended instances are deleted.</summary>
public record PurgeInstancesFilter(
    DateTimeOffset? CreatedFrom = null,
    DateTimeOffset? CreatedTo = null,
    IEnumerable<OrchestrationRuntimeStatus>? Statuses = null)
{
    /// <summary>How long the purge may take; without end when null.</summary>
    public TimeSpan? Timeout { get; init; }
}

/// <summary>How a purge is done.</summary>
public record PurgeInstanceOptions(bool Recursive = false);

/// <summary>What a purge deleted.</summary>
public class PurgeResult
{
    /// <summary>A number of instances.</summary>
    public PurgeResult(int count)
        : this(count, null)
    {
    }

    /// <summary>A number of instances, and whether nothing is left to delete.</summary>
    public PurgeResult(int count, bool? isComplete)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        PurgedInstanceCount = count;
        IsComplete = isComplete;
    }

    /// <summary>Number of instances deleted.</summary>
    public int PurgedInstanceCount { get; }

    /// <summary>Whether nothing is left to delete; null when unknown.</summary>
    public bool? IsComplete { get; }
}

/// <summary>How an instance is ended.</summary>
public record TerminateInstanceOptions(object? Output = null, bool Recursive = false);
