namespace NtmServerless.Pages.Addresses;

/// <summary>Where the pages of workflows answer.</summary>
public static class WorkflowRoutes
{
    public const string List = "can-bo/quy-trinh";
    public const string Export = List + "/xlsx";
    public const string One = List + "/{instanceId}";
    public const string Redrive = One + "/chay-lai";
}
