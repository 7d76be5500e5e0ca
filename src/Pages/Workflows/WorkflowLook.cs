namespace NtmServerless.Pages.Workflows;

/// <summary>What the state of a workflow means for whoever looks.</summary>
internal static class WorkflowLook
{
    public static string Of(WorkflowState state) => state switch
    {
        WorkflowState.Failed or WorkflowState.Terminated or WorkflowState.Missing => StageLook.Stop,
        WorkflowState.Suspended => StageLook.Wait,
        // Nearly all wait, for weeks: only what is wrong is to be seen.
        _ => StageLook.Done,
    };
}
