namespace NtmServerless.Pages.Workflows;

/// <summary>What a workflow carries.</summary>
public enum WorkflowKind
{
    Class,
    Tour,
    Report,
    Post,
}

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

/// <summary>The record that a workflow carries.</summary>
/// <param name="Stage">Where the record stands.</param>
/// <param name="IsOver">Nothing is left to be done.</param>
/// <param name="Step">Key of the text of the next step; null: it waits for people.</param>
/// <param name="DueAt">When that step is due.</param>
public sealed record WorkflowRecord(WorkflowKind Kind, string InstanceId, string PlanId, string Title, string Path, Enum Stage, bool IsOver, string? Step, DateTimeOffset? DueAt);

/// <summary>A workflow in the list.</summary>
/// <param name="Record">Null when the record is gone.</param>
public sealed record WorkflowLine(
    WorkflowKind? Kind, string InstanceId, WorkflowState State, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, WorkflowRecord? Record);

/// <summary>A page of the workflows.</summary>
/// <param name="Stuck">Records that need a workflow and have none that runs.</param>
/// <param name="Next">Where the next page begins; null: this is the last.</param>
public sealed record WorkflowsView(
    WorkflowKind? Kind, WorkflowState? State, string? Beginning, IReadOnlyList<WorkflowLine> Lines, IReadOnlyList<WorkflowRecord> Stuck, string? Next,
    bool IsFirst, string ListPath);

/// <summary>Why a workflow failed: one link of the chain of causes.</summary>
public sealed record WorkflowFailure(string Type, string Message);

/// <summary>One workflow. What it was given and what it gave are JSON.</summary>
/// <param name="Line">Null when there is no workflow of that id, only a record that needs one.</param>
public sealed record WorkflowView(
    string InstanceId, WorkflowLine? Line, WorkflowRecord? Record, string? Input, string? Output, string? CustomStatus, IReadOnlyList<WorkflowFailure> Failures)
{
    public WorkflowState State => Line?.State ?? WorkflowState.Missing;
}
