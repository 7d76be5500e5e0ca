using System.Collections.Immutable;

namespace Microsoft.DurableTask;

/// <summary>How an orchestration is started.</summary>
public record StartOrchestrationOptions
{
    /// <summary>Options with an id and a moment to start at.</summary>
    /// <param name="InstanceId">Id of the instance; a random one when null.</param>
    /// <param name="StartAt">When it starts; at once when null.</param>
    public StartOrchestrationOptions(string? InstanceId = null, DateTimeOffset? StartAt = null)
    {
        this.InstanceId = InstanceId;
        this.StartAt = StartAt;
    }

    /// <summary>A copy.</summary>
    public StartOrchestrationOptions(StartOrchestrationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        InstanceId = options.InstanceId;
        StartAt = options.StartAt;
        Tags = options.Tags;
        Version = options.Version;
        DedupeStatuses = options.DedupeStatuses;
    }

    /// <summary>Id of the instance; a random one when null.</summary>
    public string? InstanceId { get; init; }

    /// <summary>When it starts; at once when null.</summary>
    public DateTimeOffset? StartAt { get; init; }

    /// <summary>Free tags; this host keeps none.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Version that the orchestrator sees.</summary>
    public TaskVersion? Version { get; init; }

    /// <summary>Statuses of an earlier instance of that id that forbid a new one.</summary>
    public IReadOnlyList<string>? DedupeStatuses { get; init; }
}
