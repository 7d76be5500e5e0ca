namespace NtmServerless.Pages.Addresses;

/// <summary>Addresses of the pages of workflows.</summary>
public static class WorkflowPaths
{
    public const string List = "/" + WorkflowRoutes.List;
    public const string Export = "/" + WorkflowRoutes.Export;

    public static string Of(string instanceId) => Address.Of(WorkflowRoutes.One, instanceId);

    public static string Redrive(string instanceId) => Address.Of(WorkflowRoutes.Redrive, instanceId);
}
