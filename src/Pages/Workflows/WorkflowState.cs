namespace NtmServerless.Pages.Workflows;

/// <summary>Where a workflow stands, as whoever runs it says.</summary>
public enum WorkflowState
{
    /// <summary>It runs or, most of the time, waits.</summary>
    Running,
    Pending,
    Suspended,
    Completed,
    Failed,
    Terminated,
    Canceled,

    /// <summary>There is none although its record needs one.</summary>
    Missing,
}
