namespace NtmServerless.Pages.Workflows;

/// <summary>The record that a workflow carries.</summary>
/// <param name="Stage">Where the record stands.</param>
/// <param name="IsOver">Nothing is left to be done.</param>
/// <param name="Step">Key of the text of the next step; null: it waits for people.</param>
/// <param name="DueAt">When that step is due.</param>
public sealed record WorkflowRecord(WorkflowKind Kind, string InstanceId, PlanId PlanId, string Title, string Path, Enum Stage, bool IsOver, string? Step,
    DateTimeOffset? DueAt);
