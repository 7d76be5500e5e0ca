using Azure;

namespace NtmServerless.LocalHost.Durable.Scheduling;

/// <summary>
/// What is known of an instance without its history. Input, Output, CustomStatus and Failure are references that
/// <see cref="Records.PayloadStore"/> reads.
/// </summary>
/// <param name="InstanceId">Partition key.</param>
/// <param name="Name">Orchestrator.</param>
/// <param name="Incarnation">Made at every start; tells instances of the same id apart.</param>
/// <param name="CreatedAt">Business time of the start.</param>
internal sealed record InstanceHeader(string InstanceId, string Name, string Incarnation, DateTimeOffset CreatedAt)
{
    /// <summary>How turns are recorded: 1 for this host's own replay, 2 for the official worker's.</summary>
    public const int CurrentFormat = 2;

    public int Format { get; init; } = CurrentFormat;

    public OrchestrationStatus Status { get; init; } = OrchestrationStatus.Pending;

    public string Version { get; init; } = "";

    /// <summary>Counts the executions between ContinueAsNew, from 1.</summary>
    public int Execution { get; init; } = 1;

    /// <summary>Turns of this execution that are in history.</summary>
    public int Turn { get; init; }

    /// <summary>Business time of the last change.</summary>
    public DateTimeOffset LastUpdatedAt { get; init; } = CreatedAt;

    /// <summary>Business time of the last turn; the next one is not earlier.</summary>
    public DateTimeOffset LastTurnAt { get; init; } = CreatedAt;

    /// <summary>Not started before this business time.</summary>
    public DateTimeOffset? StartAt { get; init; }

    /// <summary>The earliest durable timer, so that a start need not read history.</summary>
    public DateTimeOffset? NextTimer { get; init; }

    /// <summary>Activities or sub-orchestrations are pending: a start must take them up again.</summary>
    public bool IsBusy { get; init; }

    /// <summary>Some payload went to a blob.</summary>
    public bool HasBlobs { get; init; }

    public string? Input { get; init; }

    public string? Output { get; init; }

    public string? CustomStatus { get; init; }

    public string? Failure { get; init; }

    /// <summary>The last commit; empty after the start, and in instances of before commits had ids.</summary>
    public string Commit { get; init; } = "";

    /// <summary>What caused the start, as a W3C trace parent.</summary>
    public string? Trace { get; init; }

    public ETag ETag { get; init; }

    /// <summary>Key of the execution, in row keys and blob names.</summary>
    public string ExecutionKey => $"{Incarnation}-{Execution:D6}";

    public bool IsCompleted => Status
        is OrchestrationStatus.Completed or OrchestrationStatus.Failed or OrchestrationStatus.Terminated;

    /// <summary>Whether nothing was written since but, at most, the same again: only the ETag may differ.</summary>
    public bool IsAsWrittenBy(InstanceHeader other) =>
        (Incarnation, Commit, Status, Execution, Turn) == (other.Incarnation, other.Commit, other.Status, other.Execution, other.Turn);
}
