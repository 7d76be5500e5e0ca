namespace NtmServerless.Pages.Workflows;

/// <summary>A workflow in the list.</summary>
/// <param name="Record">Null when the record is gone.</param>
public sealed record WorkflowLine(
    WorkflowKind? Kind, string InstanceId, WorkflowState State, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, WorkflowRecord? Record);
