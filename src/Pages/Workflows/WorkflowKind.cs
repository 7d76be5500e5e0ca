namespace NtmServerless.Pages.Workflows;

/// <summary>What a workflow carries.</summary>
public enum WorkflowKind
{
    Class,
    Tour,
    Report,
    Post,
}
