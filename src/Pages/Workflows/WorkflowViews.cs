namespace NtmServerless.Pages.Workflows;

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
