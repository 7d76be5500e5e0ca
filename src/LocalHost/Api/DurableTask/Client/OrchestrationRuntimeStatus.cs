namespace Microsoft.DurableTask.Client;

/// <summary>Where an instance stands.</summary>
public enum OrchestrationRuntimeStatus
{
    /// <summary>It has started and not ended.</summary>
    Running,

    /// <summary>It returned.</summary>
    Completed,

    /// <summary>It goes on with a new history; clients never see this.</summary>
    ContinuedAsNew,

    /// <summary>It ended by an exception.</summary>
    Failed,

    /// <summary>It was cancelled; this host has no such end.</summary>
    Canceled,

    /// <summary>It was ended by a client.</summary>
    Terminated,

    /// <summary>It is recorded and has not started.</summary>
    Pending,

    /// <summary>It was halted by a client.</summary>
    Suspended,
}
